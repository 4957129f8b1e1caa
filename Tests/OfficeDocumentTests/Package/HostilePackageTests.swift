import Diagnostics
import OfficeDocument
import TestSupport
import Testing

/// The files of the shared corpus whose package, or whose XML, is what is wrong with them.
@Suite("Hostile packages", .enabled(if: TestFiles.sharedFolder != nil, "the shared corpus is not here"))
struct HostilePackageTests {
  static let folder = (TestFiles.sharedFolder ?? "") + "/verify/hostile/"

  /// Name and verdict of the documents in EXPECT.tsv, those judged for their data left out.
  static let verdicts: [(file: String, verdict: String)] = {
    let text = String(decoding: TestFiles.bytes(folder + "EXPECT.tsv") ?? [], as: UTF8.self)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields[1].hasPrefix("bad-") ? nil : (String(fields[0]), String(fields[2]))
    }
  }()

  /// The codes that must be given; a text node of 11 MB and the like may as well be read.
  static let codes = [
    "o01": "no-content-types", "o03": "no-main-part", "o05": "two-main-parts", "o09": "climbing-target",
    "o19": "strict-format", "o25": "xml-document-type", "d07": "encrypted", "d09": "xml-document-type",
    "d11": "xml-document-type", "d23": "wrong-format", "x01": "xml-document-type", "x03": "xml-document-type",
    "x05": "xml-document-type", "x07": "xml-document-type", "x09": "xml-too-deep", "x15": "xml-bad-encoding",
    "x21": "xml-encoding", "x23": "xml-not-well-formed", "x25": "xml-not-well-formed",
    "x27": "xml-too-many-attributes", "x35": "xml-not-well-formed", "x39": "xml-empty",
    "x41": "xml-not-well-formed",
  ]

  private func code(_ file: String) -> String? {
    do throws(OfficeError) {
      let package = try OfficePackage(TestFiles.bytes(Self.folder + file) ?? [])
      _ = try package.plainText()
      _ = try package.writtenParts()
      return nil
    } catch {
      return error.message.code
    }
  }

  @Test("every hostile package is refused for the right reason")
  func refused() {
    let files = Self.verdicts.filter { Self.codes[String($0.file.prefix(3))] != nil }
    #expect(files.count >= 20)
    for (file, _) in files { #expect(code(file) == Self.codes[String(file.prefix(3))], "\(file)") }
  }

  @Test("every other one that has to be refused for its package or its XML is refused")
  func others() {
    let groups: Set<Character> = ["o", "d", "x"]
    for (file, verdict) in Self.verdicts where verdict == "REFUSE" && !file.hasPrefix("ok") {
      if let group = file.first, groups.contains(group) { #expect(code(file) != nil, "\(file)") }
    }
  }

  @Test("every package that is to be rendered is read, and so are those whose tags are wrong")
  func read() {
    let files = Self.verdicts.filter { $0.verdict == "PASS" || $0.file.hasPrefix("t") }
    #expect(files.count >= 20)
    for (file, _) in files { #expect(code(file) == nil, "\(file)") }
  }

  @Test("what may be refused or not is done safely, and what is written has no signature")
  func safe() throws {
    for (file, verdict) in Self.verdicts where verdict == "SAFE" {
      guard let package = try? OfficePackage(TestFiles.bytes(Self.folder + file) ?? []) else { continue }
      let names = try OfficePackage(try package.write(replacing: [:])).entries.map(\.name)
      #expect(!names.contains { $0.contains("signature") }, "\(file)")
    }
  }
}
