import TestSupport
import Testing

/// The hostile templates and data beside the project, each with what is to become of it: REFUSE, a status other
/// than 0, a message and no output; PASS, a document; SAFE, either. All take bounded time and memory.
@Suite("Hostile templates and data", .enabled(if: TestFiles.sharedFolder != nil))
struct HostileTests {
  static let folder = (TestFiles.sharedFolder ?? "") + "/verify/hostile"

  static let cases: [[String]] = {
    let lines = (TestFiles.text("\(folder)/EXPECT.tsv") ?? "").split(separator: "\n").dropFirst()
    let cases = lines.map { $0.split(separator: "\t").map(String.init) }
    return cases.filter { $0.count >= 3 && TestFiles.bytes("\(folder)/\($0[0])") != nil }
  }()

  /// Half of a surrogate pair is no Unicode text, in data too; it is refused by rule.
  static let refusedByRule = ["t14-hostile-data.docx"]

  @Test("there are cases")
  func exist() {
    #expect(Self.cases.count > 80)
  }

  @Test("a hostile file is refused with a message and without output, or does no harm", arguments: cases)
  func verdict(_ parts: [String]) {
    let scratch = ScratchFolder()
    let ending = parts[0].hasSuffix(".odt") || parts[0].hasSuffix(".ott") ? "odt" : "docx"
    let command = "ulimit -t 60; exec timeout 120 \"$@\""
    let result = Command(
      [
        "bash", "-c", command, "-", "\(TestFiles.productsFolder)/chengwen", "fill",
        "\(Self.folder)/\(parts[0])", "\(Self.folder)/\(parts[1])", "-o", "out.\(ending)",
      ], in: scratch.path)
    let isRefused = result.status != 0
    switch parts[2] {
    case "REFUSE": #expect(isRefused)
    case "PASS": #expect(isRefused == Self.refusedByRule.contains(parts[0]), "\(result.errors)")
    default: break
    }
    #expect([0, 1, 2].contains(result.status), "\(result.errors)")
    #expect(result.errors != "")
    #expect(scratch.bytes("out.\(ending)").isEmpty == isRefused)
    #expect(TestFiles.names(in: scratch.path, hidden: true).count == (isRefused ? 0 : 1))
  }
}
