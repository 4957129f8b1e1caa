import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// The workbook that Word fills a chart from when its data are edited.
@Suite("workbooks behind charts")
struct ChartWorkbookTests {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let entry = "word/embeddings/book.xlsx"

  private static func template(cell: String = "{{ n }}") throws -> OfficePackage {
    let book = try SmallArchive.bytes([
      (
        "xl/sharedStrings.xml",
        "<sst \(main)><si><t>{{ title }}</t></si><si><t>Plain</t></si><si><r><t>\(cell.prefix(4))</t></r>"
          + "<r><t>\(cell.dropFirst(4))</t></r></si><si><t>of {{ n }}</t></si></sst>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet \(main)><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"A2\" t=\"s\"><v>1</v></c>"
          + "<c r=\"B2\" s=\"4\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c><c r=\"B4\"><v>7</v></c></row>"
          + "</sheetData></worksheet>"
      ),
      (
        "xl/tables/table1.xml",
        "<table \(main) id=\"1\"><tableColumns count=\"1\"><tableColumn id=\"1\" name=\"{{ title }}\"/></tableColumns></table>"
      ),
    ])
    let package = try WordFile.package("<w:p/>", parts: [("chart1", "<c:chart/>")])
    var files = try package.entries.map { ($0.name, try package.bytes(of: $0.name)) }
    files.append((entry, book))
    files.append(
      (
        "word/charts/_rels/chart1.xml.rels",
        Array(
          ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" "
            + "Target=\"../embeddings/book.xlsx\"/></Relationships>").utf8)
      ))
    return try OfficePackage(files: files)
  }

  private static func text(_ name: String, _ document: [UInt8]) throws -> String {
    let book = try EmbeddedPackage(try OfficePackage(document).bytes(of: entry))
    return String(decoding: try book.bytes(of: name), as: UTF8.self)
  }

  @Test("cells have the values, with their types, and so has the table's heading")
  func filled() throws {
    let template = try DocumentTemplate(try Self.template())
    #expect(Set(template.names) == ["n", "title"])
    let document = try template.render(["title": "甲 & 乙", "n": 5])
    let sheet = try Self.text("xl/worksheets/sheet1.xml", document)
    #expect(
      sheet.contains("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">甲 &amp; 乙</t></is></c>"))
    #expect(sheet.contains("<c r=\"A2\" t=\"s\"><v>1</v></c>"))
    #expect(sheet.contains("<c r=\"B2\" s=\"4\" t=\"n\"><v>5</v></c>"))
    #expect(sheet.contains("<c r=\"B3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">of 5</t></is></c>"))
    #expect(sheet.contains("<c r=\"B4\"><v>7</v></c>"))
    #expect(try Self.text("xl/tables/table1.xml", document).contains("name=\"甲 &amp; 乙\""))
    #expect(!(try Self.text("xl/sharedStrings.xml", document).contains("{{")))
  }

  @Test("what is wrong in a workbook is said")
  func faulty() throws {
    let expected = "unknown-name"
    do {
      _ = try DocumentTemplate(try Self.template(cell: "{{ m }}")).render(["title": "t", "n": 5])
      Issue.record("nothing was thrown")
    } catch TemplateError.faulty(let diagnostics) {
      #expect(diagnostics.map(\.message.code) == [expected])
      #expect(diagnostics.first?.text(in: .english).contains("chart data") == true)
    }
  }
}
