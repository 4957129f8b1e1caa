import DataFiles
import Diagnostics
import DocumentTemplate
import Foundation
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// docxtpl itself, asked what it makes of templates that chance has made.
@Suite("docxtpl renders generated templates the same")
struct DocxtplTests {
  static let count: UInt64 = 2000

  /// A Python that has docxtpl: `CHENGWEN_PYTHON`, or else the one in `.build/venv`.
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["CHENGWEN_PYTHON"]
    let path = named ?? TestFiles.projectFolder + "/.build/venv/bin/python"
    return Command([path, "-c", "import docxtpl"]).status == 0 ? path : nil
  }()

  static func package(_ template: RandomTemplate) throws -> OfficePackage {
    try WordFile.package(
      template.body, parts: [("header1", template.header), ("footer1", template.footer)])
  }

  @Test("two thousand templates", .enabled(if: python != nil))
  func same() throws {
    let data = try Self.data()
    let folder = ScratchFolder()
    folder.write("data.json", Array(RandomTemplate.data.utf8))
    for seed in 0..<Self.count {
      let package = try Self.package(RandomTemplate(seed: seed))
      do {
        let document = try DocumentTemplate(package).render(data, options: Self.options)
        folder.write("\(seed).docx", try package.write(replacing: [:]))
        folder.write("\(seed).out.docx", document)
      } catch TemplateError.faulty(let diagnostics) {
        Issue.record("template \(seed): \(diagnostics.map { $0.text(in: .english) })")
      }
    }
    let script = TestFiles.projectFolder + "/Tests/Parity/oracle.py"
    let answer = Command([try #require(Self.python), script, folder.path])
    try #require(answer.status == 0, "\(answer.errors)")
    let found = try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8))
    #expect(found.compared == Int(Self.count))
    // A generator that makes next to nothing would find nothing either.
    #expect(found.lines > 20 * found.compared)
    for one in found.different {
      Issue.record("template \(one.number):\n\(one.lines.joined(separator: "\n"))")
    }
  }

  @Test("a sample of what they become is valid, and LibreOffice shows its values")
  func sample() throws {
    let folder = ScratchFolder()
    let data = try Self.data()
    var documents: [ShownWords] = []
    for seed in stride(from: 0, to: Self.count, by: 40) {
      let package = try Self.package(RandomTemplate(seed: seed))
      let document = try DocumentTemplate(package).render(data, options: Self.options)
      folder.write("\(seed).template.docx", try package.write(replacing: [:]))
      folder.write("\(seed).docx", document)
      documents.append(try ShownWords(RandomTemplate.words, in: document, file: "\(seed).docx"))
    }
    if Validators.areHere { #expect(Validators.newFindings(in: folder) == "") }
    if Validators.sdkIsHere { #expect(Validators.newFindings(in: folder, options: ["--sdk"]) == "") }
    guard OpenedDocuments.canBeShown else { return }
    let shown = OpenedDocuments.text(of: documents.map(\.file), in: folder)
    for document in documents {
      let text = try #require(shown[document.file], "\(document.file) was not opened")
      #expect(document.missing(in: text) == [], "\(document.file)")
    }
  }

  private static func data() throws -> Mapping {
    let node = try DataFile.read(Array(RandomTemplate.data.utf8), name: "data.json")
    guard case .mapping(let data) = node.value else { return Mapping() }
    return data
  }

  private static var options: RenderOptions {
    var options = RenderOptions()
    options.undefined = .lenient
    return options
  }

  private struct Answer: Decodable {
    let compared: Int
    let lines: Int
    let different: [Difference]
  }

  private struct Difference: Decodable {
    let number: Int
    let lines: [String]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      number = try values.decode(Int.self)
      lines = try values.decode([String].self)
    }
  }
}
