import DataFiles
import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// One drawing, made into a template of each format: both must say the same.
///
/// A case in Fixtures/pairs has the sections `template` (a drawing), `data` (YAML) and `text`, the text of both
/// documents. With CHENGWEN_UPDATE in the environment the text is written anew, from the .docx.
@Suite("pairs of templates")
struct PairTests {
  static let folder = TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/pairs"

  static let names = TestFiles.names(in: folder).filter { $0.hasSuffix(".golden") }

  @Test("the .docx and the .odt of a template say what the case says", arguments: names)
  func pair(_ name: String) throws {
    var golden = GoldenCase(try #require(TestFiles.text(Self.folder + "/" + name)))
    let drawing = Drawing(reading: try #require(golden["template"]))
    let word = try Self.text(of: Self.render(drawing.word(), golden))
    let openDocument = try Self.text(of: Self.render(drawing.openDocument(), golden))
    #expect(word == openDocument)
    if unsafe getenv("CHENGWEN_UPDATE") == nil {
      #expect(golden["text"] == word)
    } else if golden["text"] != word {
      golden["text"] = word
      ScratchFile.write(golden.text, to: Self.folder + "/" + name)
    }
  }

  /// The cases of `GoldenTests` and `ValueGoldenTests` that have a result in both formats.
  static let others = [CompressionTests.folder, ValueGoldenTests.folder].flatMap { folder in
    TestFiles.names(in: folder).filter { $0.hasSuffix(".golden") }.map { folder + "/" + $0 }
  }.filter { path in
    let golden = GoldenCase(TestFiles.text(path) ?? "")
    return golden["docx result"] != nil && golden["odt result"] != nil
  }

  @Test("golden cases in both formats say the same", arguments: others)
  func same(_ path: String) throws {
    let golden = GoldenCase(try #require(TestFiles.text(path)))
    func text(_ key: String, _ format: OfficeFormat) throws -> String {
      let body = (golden[key] ?? "").split(separator: "\n--- ", maxSplits: 1).first.map(String.init) ?? ""
      let package =
        format == .docx
        ? try WordFile.package(Self.joined(body)) : try OpenDocumentFile.package(Self.joined(body))
      return Self.trimmed(try package.plainText())
    }
    // Some are not drawn alike.
    guard try text("docx", .docx) == text("odt", .odt) else { return }
    // A page break is a paragraph in Word, and OpenDocument fills rows up with empty cells.
    func shown(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0 != "\t" } }
    #expect(shown(try text("docx result", .docx)) == shown(try text("odt result", .odt)))
  }

  @Test("there are pairs")
  func exist() {
    #expect(Self.names.count > 40 && Self.others.count > 30)
  }

  static func data(_ golden: GoldenCase) throws -> Mapping {
    guard
      case .mapping(let mapping) = try DataFile.read(
        Array((golden["data"] ?? "{}").utf8), name: "data.yaml"
      ).value
    else { return Mapping() }
    return try DocumentValues.resolve(mapping) { name in
      guard let bytes = TestFiles.bytes(ValueGoldenTests.folder + "/" + name) else {
        throw ValueError(Message("none", chinese: "", english: "none"))
      }
      return bytes
    }
  }

  static func render(_ package: OfficePackage, _ golden: GoldenCase) throws -> [UInt8] {
    var options = RenderOptions()
    if golden["lenient"] != nil { options.undefined = .lenient }
    return try DocumentTemplate(package).render(try data(golden), options: options)
  }

  private static func text(of document: [UInt8]) throws -> String {
    trimmed(try OfficePackage(document).plainText())
  }

  /// Without what the formats need at a body's end: Word has a paragraph behind a table.
  private static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func joined(_ markup: String) -> String {
    markup.split(separator: "\n", omittingEmptySubsequences: false).joined()
  }
}
