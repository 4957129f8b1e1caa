import DocumentTemplate
import Foundation
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// The documents of all golden cases, put to programs that know nothing of this one.
@Suite("golden documents are opened by others")
struct OpenedTests {
  /// Writes `NAME.template.docx` and `NAME.docx` for each case with a result.
  private static func write(into folder: ScratchFolder) throws -> [ShownWords] {
    var documents: [ShownWords] = []
    for name in GoldenTests.names {
      let golden = GoldenCase(try #require(TestFiles.text(GoldenTests.folder.path + "/" + name)))
      for format in OfficeFormat.allCases where golden["\(format.rawValue) result"] != nil {
        guard let template = try GoldenDocument(golden, format) else { continue }
        let document = try template.render(name: name)
        let stem = "\(name.dropLast(7))-\(format.rawValue)"
        folder.write("\(stem).template.\(format.rawValue)", try template.package.write(replacing: [:]))
        folder.write("\(stem).\(format.rawValue)", document)
        documents.append(
          try ShownWords(
            leaves(.mapping(try template.data)), in: document, file: "\(stem).\(format.rawValue)"))
      }
    }
    return documents
  }

  @Test("validators find nothing that the template has not", .enabled(if: Validators.areHere))
  func valid() throws {
    let folder = ScratchFolder()
    #expect(try Self.write(into: folder).count > 80)
    #expect(Validators.newFindings(in: folder) == "")
    if Validators.sdkIsHere { #expect(Validators.newFindings(in: folder, options: ["--sdk"]) == "") }
  }

  @Test("LibreOffice shows the values", .enabled(if: OpenedDocuments.canBeShown))
  func shown() throws {
    let folder = ScratchFolder()
    let documents = try Self.write(into: folder)
    let shown = OpenedDocuments.text(of: documents.map(\.file), in: folder)
    for document in documents {
      let text = try #require(shown[document.file], "\(document.file) was not opened")
      #expect(document.missing(in: text) == [], "\(document.file)")
    }
  }

  @Test("LibreOffice counts lists anew where the template says so", .enabled(if: OpenedDocuments.canBeShown))
  func counted() throws {
    let golden = GoldenCase(try #require(TestFiles.text(GoldenTests.folder.path + "/lists-restart.golden")))
    let folder = ScratchFolder()
    folder.write("lists.docx", try #require(try GoldenDocument(golden, .docx)).render(name: "lists"))
    let text = try #require(OpenedDocuments.text(of: ["lists.docx"], in: folder)["lists.docx"])
    let lines = text.split(separator: "\n").map { $0.filter { !$0.isWhitespace } }
    let expected = ["A", "1.一", "(3)styled一", "2.二", "(4)styled二", "B", "1.三", "(3)styled三"]
    #expect(lines.prefix(expected.count).elementsEqual(expected), "\(lines)")
  }

  private static func leaves(_ value: Value) -> [String] {
    switch value {
    case .list(let items): items.flatMap(leaves)
    case .mapping(let mapping): mapping.flatMap { leaves($0.value) }
    case .bool, .none: []
    default: [value.printed]
    }
  }
}
