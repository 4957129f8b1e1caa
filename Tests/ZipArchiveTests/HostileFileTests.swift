import TestSupport
import Testing
import ZipArchive

/// The files of the shared corpus whose ZIP container is what is wrong with them.
@Suite(.enabled(if: TestFiles.sharedFolder != nil, "the shared corpus is not here"))
struct HostileFileTests {
  static let folder = (TestFiles.sharedFolder ?? "") + "/verify/hostile/"

  /// Name and verdict of the lines of EXPECT.tsv.
  static let verdicts: [(file: String, verdict: String)] = {
    let text = String(decoding: TestFiles.bytes(folder + "EXPECT.tsv") ?? [], as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return (String(fields[0]), String(fields[2]))
    }
  }()

  @Test("every archive that is to be refused for its container is refused")
  func refused() {
    let files = Self.verdicts.filter { $0.file.hasPrefix("z") && $0.verdict == "REFUSE" }
    #expect(files.count >= 10)
    for (file, _) in files {
      #expect(refusal(of: TestFiles.bytes(Self.folder + file) ?? []) != nil, "\(file)")
    }
  }

  @Test("every archive that is to be rendered is read")
  func read() {
    let files = Self.verdicts.filter { $0.verdict == "PASS" }
    #expect(files.count >= 10)
    for (file, _) in files {
      #expect(refusal(of: TestFiles.bytes(Self.folder + file) ?? []) == nil, "\(file)")
    }
  }
}
