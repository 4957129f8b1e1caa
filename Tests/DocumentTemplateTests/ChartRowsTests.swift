import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// A chart has as many points as its workbook has rows.
@Suite("charts follow the rows of their workbooks")
struct ChartRowsTests {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let units: Mapping = [
    "units": .list(
      [("甲县", 3), ("乙 & 丙", 12), ("丁", 7)].map { .mapping(["name": .string($0.0), "n": .int($0.1)]) })
  ]

  /// A bar chart of `Sheet1!A2:B2`, whose rows hold these texts, with a row for the sum below.
  private static func template(_ rows: [[String]]) throws -> OfficePackage {
    func link(_ id: Int, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(relationships)/\(type)\" Target=\"\(target)\"/>"
    }
    func links(_ content: String) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>"
    }
    let all = [["", "Count"]] + rows + [["Sum", "Σ"]]
    let strings = all.joined().map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }.joined()
    let cells = all.enumerated().map { row, texts in
      "<row r=\"\(row + 1)\">"
        + texts.indices.map {
          "<c r=\"\("AB".map(String.init)[$0])\(row + 1)\" t=\"s\"><v>\(2 * row + $0)</v></c>"
        }
        .joined() + "</row>"
    }
    let last = rows.count + 1
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let book = try SmallArchive.bytes([
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
          + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/tables/table1.xml\" ContentType=\"\(type).table+xml\"/>"
          + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(type).sharedStrings+xml\"/></Types>"
      ),
      ("_rels/.rels", links(link(1, "officeDocument", "xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        "<workbook \(main) xmlns:r=\"\(relationships)\"><sheets><sheet name=\"My Sheet\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        links(link(1, "worksheet", "worksheets/sheet1.xml") + link(2, "sharedStrings", "sharedStrings.xml"))
      ),
      ("xl/sharedStrings.xml", "<sst \(main)>\(strings)</sst>"),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet \(main) xmlns:r=\"\(relationships)\"><dimension ref=\"A1:B\(last + 1)\"/><sheetData>"
          + "\(cells.joined())</sheetData><mergeCells><mergeCell ref=\"A\(last + 1):B\(last + 1)\"/></mergeCells>"
          + "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>"
      ),
      ("xl/worksheets/_rels/sheet1.xml.rels", links(link(1, "table", "../tables/table1.xml"))),
      (
        "xl/tables/table1.xml",
        "<table \(main) id=\"1\" name=\"T\" displayName=\"T\" ref=\"A1:B\(last)\"><tableColumns count=\"2\">"
          + "<tableColumn id=\"1\" name=\" \"/><tableColumn id=\"2\" name=\"Count\"/></tableColumns></table>"
      ),
    ])
    func cached(_ kind: String, _ column: String, _ texts: [String]) -> String {
      let points = texts.enumerated().map { "<c:pt idx=\"\($0)\"><c:v>\($1)</c:v></c:pt>" }.joined()
      return "<c:\(kind)Ref><c:f>'My Sheet'!$\(column)$2:$\(column)$\(last)</c:f><c:\(kind)Cache>"
        + (kind == "num" ? "<c:formatCode>General</c:formatCode>" : "")
        + "<c:ptCount val=\"\(texts.count)\"/>\(points)</c:\(kind)Cache></c:\(kind)Ref>"
    }
    let axis = "<c:scaling/><c:delete val=\"0\"/>"
    let chart =
      "<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:ser>"
      + "<c:idx val=\"0\"/><c:order val=\"0\"/><c:cat>\(cached("str", "A", rows.map { $0[0] }))</c:cat>"
      + "<c:val>\(cached("num", "B", rows.map { _ in "0" }))</c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/>"
      + "</c:barChart><c:catAx><c:axId val=\"1\"/>\(axis)<c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx>"
      + "<c:valAx><c:axId val=\"2\"/>\(axis)<c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea>"
      + "</c:chart><c:externalData r:id=\"rId1\"/>"
    let drawing =
      "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"3000000\"/><wp:docPr id=\"1\" name=\"C\"/>"
      + "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
      + "<c:chart r:id=\"rId10\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    let package = try WordFile.package(drawing, parts: [("chart1", chart)])
    var files = try package.entries.map { ($0.name, try package.bytes(of: $0.name)) }
    let index = try #require(files.firstIndex { $0.0 == "[Content_Types].xml" })
    let types = String(decoding: files[index].1, as: UTF8.self)
    files[index].1 = Array(
      types.replacing(
        "<Override", with: "<Default Extension=\"xlsx\" ContentType=\"\(type).sheet\"/><Override",
        maxReplacements: 1
      )
      .utf8)
    files.append(("word/embeddings/book.xlsx", book))
    files.append(
      ("word/charts/_rels/chart1.xml.rels", Array(links(link(1, "package", "../embeddings/book.xlsx")).utf8)))
    return try OfficePackage(files: files)
  }

  private static func sheet(_ document: [UInt8], _ name: String = "worksheets/sheet1") throws -> String {
    let book = try EmbeddedPackage(try OfficePackage(document).bytes(of: "word/embeddings/book.xlsx"))
    return String(decoding: try book.bytes(of: "xl/\(name).xml"), as: UTF8.self)
  }

  private static func chart(_ document: [UInt8]) throws -> String {
    String(decoding: try OfficePackage(document).bytes(of: "word/charts/chart1.xml"), as: UTF8.self)
  }

  private static func codes(_ rows: [[String]]) throws -> [String] {
    do {
      _ = try DocumentTemplate(try template(rows))
      return []
    } catch TemplateError.faulty(let diagnostics) {
      return diagnostics.map(\.message.code)
    }
  }

  static let loops = [
    [["{% for u in units %}{{ u.name }}", "{{ u.n }}{% endfor %}"]],
    [["{%tr for u in units %}", ""], ["{{ u.name }}", "{{ u.n }}"], ["{%tr endfor %}", ""]],
  ]

  @Test(
    "a loop over a row gives the chart a point a round, and what stands below moves down", arguments: loops)
  func points(rows: [[String]]) throws {
    let document = try DocumentTemplate(try Self.template(rows)).render(Self.units)
    let chart = try Self.chart(document)
    #expect(chart.contains("<c:f>'My Sheet'!$A$2:$A$4</c:f>"))
    #expect(
      chart.contains(
        "<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>甲县</c:v></c:pt><c:pt idx=\"1\"><c:v>乙 &amp; 丙</c:v></c:pt>"
          + "<c:pt idx=\"2\"><c:v>丁</c:v></c:pt></c:strCache>"))
    #expect(
      chart.contains(
        "<c:f>'My Sheet'!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/>"
          + "<c:pt idx=\"0\"><c:v>3</c:v></c:pt><c:pt idx=\"1\"><c:v>12</c:v></c:pt><c:pt idx=\"2\"><c:v>7</c:v></c:pt>"
      ))
    let sheet = try Self.sheet(document)
    #expect(sheet.contains("<row r=\"4\"><c r=\"A4\" t=\"inlineStr\">"))
    #expect(sheet.contains("<c r=\"B4\" t=\"n\"><v>7</v></c></row><row r=\"5\"><c r=\"A5\" t=\"s\">"))
    #expect(sheet.contains("<mergeCell ref=\"A5:B5\"/>"))
    #expect(!sheet.contains("dimension"))
    #expect(try Self.sheet(document, "tables/table1").contains("ref=\"A1:B4\""))
  }

  @Test("without rounds the chart has no points, and its table an empty row", arguments: loops)
  func none(rows: [[String]]) throws {
    let document = try DocumentTemplate(try Self.template(rows)).render(["units": .list([])])
    let chart = try Self.chart(document)
    #expect(chart.contains("<c:f>'My Sheet'!$A$3</c:f><c:strCache><c:ptCount val=\"0\"/></c:strCache>"))
    #expect(try Self.sheet(document).contains("<row r=\"2\"><c r=\"A2\" t=\"s\">"))
    #expect(try Self.sheet(document, "tables/table1").contains("ref=\"A1:B2\""))
  }

  @Test("rows without blocks fill the chart's values too")
  func single() throws {
    let rows = [["{{ units[0].name }}", "{{ units[0].n }}"], ["plain", "{{ units[1].n }}"]]
    let chart = try Self.chart(try DocumentTemplate(try Self.template(rows)).render(Self.units))
    #expect(chart.contains("<c:f>'My Sheet'!$A$2:$A$3</c:f>"))
    #expect(chart.contains("<c:v>甲县</c:v></c:pt><c:pt idx=\"1\"><c:v>plain</c:v>"))
    #expect(chart.contains("<c:v>3</c:v></c:pt><c:pt idx=\"1\"><c:v>12</c:v>"))
  }

  @Test("validators find nothing, and LibreOffice shows every point", arguments: loops)
  func opened(rows: [[String]]) throws {
    let folder = ScratchFolder()
    let package = try Self.template(rows)
    for (name, data) in [("some", Self.units), ("none", ["units": .list([])])] {
      folder.write("\(name).template.docx", try package.write(replacing: [:]))
      folder.write("\(name).docx", try DocumentTemplate(package).render(data))
    }
    if Validators.areHere { #expect(Validators.newFindings(in: folder) == "") }
    if Validators.sdkIsHere { #expect(Validators.newFindings(in: folder, options: ["--sdk"]) == "") }
    guard OpenedDocuments.canBeShown else { return }
    let shown = OpenedDocuments.text(of: ["some.docx", "none.docx"], in: folder)
    let text = try #require(shown["some.docx"])
    #expect(shown["none.docx"] != nil)
    for name in ["甲县", "乙 & 丙", "丁"] { #expect(text.contains(name)) }
  }

  @Test("blocks that cross, that do not end, and text beside a tag for rows are errors")
  func faulty() throws {
    #expect(try Self.codes([["{% for u in units %}{{ u.name }}", "{{ u.n }}"]]) == ["unclosed-block"])
    #expect(
      try Self.codes([
        ["{% for u in units %}a", "b"], ["{% endfor %}{% if x %}c", "d"], ["{% endif %}e", "f"],
      ]) == ["crossing-block"])
    #expect(
      try Self.codes([["{%tr for u in units %}", "{{ x }}"], ["a", "b"], ["{%tr endfor %}", ""]])
        == ["carrier-not-alone"])
    #expect(
      try Self.codes([["{%tr for u in units %}", "text"], ["a", "b"], ["{%tr endfor %}", ""]])
        == ["carrier-not-alone"])
  }
}
