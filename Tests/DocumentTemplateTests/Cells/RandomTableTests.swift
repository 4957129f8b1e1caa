import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing
import XMLTree

@Suite("random tables")
struct RandomTableTests {
  private static let count: UInt64 = 400

  private enum Outcome: Equatable {
    case document([UInt8])
    case spansTooWide(Int)
  }

  private func render(_ package: OfficePackage, _ data: String, seed: UInt64) throws -> Outcome {
    guard case .mapping(let mapping) = try DataFile.read(Array(data.utf8), name: "data.yaml").value else {
      return .spansTooWide(0)
    }
    do {
      return .document(try DocumentTemplate(package).render(mapping))
    } catch TemplateError.faulty(let diagnostics) {
      for one in diagnostics where one.message.code != "wrong-span" {
        Issue.record("seed \(seed): \(one.text(in: .english))")
      }
      return .spansTooWide(diagnostics.count)
    }
  }

  private func openDocument(_ table: RandomTable) throws -> OfficePackage {
    let package = try OpenDocumentFile.package(table.openDocument)
    let content = String(decoding: try package.bytes(of: "content.xml"), as: UTF8.self)
    let styles = "<office:automatic-styles>\(table.openDocumentStyles)</office:automatic-styles>"
    let parts = content.split(separator: "<office:body>", maxSplits: 1)
    return try OfficePackage(
      files: package.entries.map(\.name).map { name in
        name == "content.xml"
          ? (name, Array((parts[0] + styles + "<office:body>" + parts[1]).utf8))
          : (name, try package.bytes(of: name))
      })
  }

  @Test("the spans of every row add up to the grid's columns, and both formats show the same")
  func grids() throws {
    var (rendered, merged, refused) = (0, 0, 0)
    let folder = ScratchFolder()
    var files: [OfficeFormat: [String]] = [:]
    for seed in 0..<Self.count {
      var table = RandomTable(seed: seed)
      let data = table.data()
      let word = try render(try WordFile.package(table.word), data, seed: seed)
      let open = try render(try openDocument(table), data, seed: seed)
      guard case .document(let wordBytes) = word, case .document(let openBytes) = open else {
        #expect(word == open, "seed \(seed)")
        refused += 1
        continue
      }
      let wordGrid = try grid(of: wordBytes, "word/document.xml", TableGrid.init(word:))
      let openGrid = try grid(of: openBytes, "content.xml", TableGrid.init(openDocument:))
      #expect(wordGrid?.faults ?? [] == [], "seed \(seed)\n\(table.word)\n\(data)")
      #expect(openGrid?.faults ?? [] == [], "seed \(seed)\n\(table.openDocument)\n\(data)")
      #expect(wordGrid?.texts == openGrid?.texts, "seed \(seed)\n\(table.word)\n\(data)")
      if let wordGrid { #expect(wordGrid.width == table.width * 600, "seed \(seed)") }
      rendered += 1
      if String(decoding: try OfficePackage(openBytes).bytes(of: "content.xml"), as: UTF8.self)
        .contains("number-rows-spanned")
      {
        merged += 1
      }
      if seed < 120 {
        for (format, bytes) in [(OfficeFormat.docx, wordBytes), (.odt, openBytes)] {
          folder.write("\(seed).\(format.rawValue)", bytes)
          files[format, default: []].append("\(folder.path)/\(seed).\(format.rawValue)")
        }
      }
    }
    // So that no change of the generator makes this a test of nothing.
    #expect(rendered > 300 && merged > 60 && refused > 3, "\(rendered), \(merged), \(refused)")
    guard Validators.areHere else { return }
    for (format, paths) in files {
      #expect(Validators.findings(in: paths, format: format.rawValue) == "")
    }
    if Validators.sdkIsHere { #expect(Validators.sdkFindings(in: files[.docx] ?? []) == "") }
  }

  private func grid(
    of document: [UInt8], _ entry: String, _ read: (Node) -> TableGrid?
  ) throws -> TableGrid? {
    let tree = try XMLTree(parsing: try OfficePackage(document).bytes(of: entry))
    return read(tree.root)
  }
}
