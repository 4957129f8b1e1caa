import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing
import XMLTree

/// What tables of OpenDocument need in `office:automatic-styles`, which golden cases do not show.
@Suite("styles of cells and columns in OpenDocument")
struct CellStyleTests {
  private static let styles = """
    <style:style style:name="T1.A1" style:family="table-cell"><style:table-cell-properties \
    fo:padding="1mm" fo:background-color="#eeeeee"/></style:style>\
    <style:style style:name="T1.B1" style:family="table-cell" style:parent-style-name="Frame"/>\
    <style:style style:name="T1.A" style:family="table-column"><style:table-column-properties \
    style:column-width="2in" style:rel-column-width="2880*"/></style:style>\
    <style:style style:name="T1.B" style:family="table-column"><style:table-column-properties \
    style:column-width="2.54cm" style:rel-column-width="1440*"/></style:style>
    """

  private func render(_ body: String, styles: String? = styles, _ data: Mapping) throws -> Node {
    let package = try OpenDocumentFile.package(body)
    let files = try package.entries.map(\.name).map { name in
      var text = String(decoding: try package.bytes(of: name), as: UTF8.self)
      if name == "content.xml", let styles {
        let halves = text.split(separator: "<office:body>", maxSplits: 1)
        text =
          "\(halves[0])<office:automatic-styles>\(styles)</office:automatic-styles><office:body>\(halves[1])"
      }
      return (name, Array(text.utf8))
    }
    let document = try DocumentTemplate(OfficePackage(files: files)).render(data)
    return try XMLTree(parsing: try OfficePackage(document).bytes(of: "content.xml")).root
  }

  private func style(_ name: String?, in root: Node) -> Node? {
    root.firstElement(ODFOffice.automaticStyles)?.elements(ODFStyle.style)
      .first { $0.attribute(ODFStyle.name) == name }
  }

  private func cells(of root: Node) -> [Node] { root.descendants.filter { $0.is(ODFTable.tableCell) } }

  private func row(_ cells: [(style: String, text: String)]) -> String {
    "<table:table-row>"
      + cells.map { cell in
        let style = cell.style.isEmpty ? "" : " table:style-name=\"\(cell.style)\""
        return "<table:table-cell\(style)><text:p>\(cell.text)</text:p></table:table-cell>"
      }.joined() + "</table:table-row>"
  }

  private func table(_ columns: [String], _ rows: String) -> String {
    let declared = columns.map { "<table:table-column table:style-name=\"\($0)\"/>" }.joined()
    return "<table:table table:name=\"T1\">\(declared)\(rows)</table:table>"
  }

  @Test("a background is put into a copy of the cell's own style, which keeps all else")
  func background() throws {
    let root = try render(
      table(["T1.A"], row([("T1.A1", "{% cellbg c %}a")]) + row([("T1.A1", "b")])), ["c": "#00ff7f"])
    let made = try #require(style(cells(of: root)[0].attribute(ODFTable.styleName), in: root))
    let properties = try #require(made.firstElement(ODFStyle.tableCellProperties))
    #expect(properties.attribute(ODFStyle.backgroundColor) == "#00FF7F")
    #expect(properties.attribute(Name(Namespace.formatting, "padding")) == "1mm")
    #expect(cells(of: root)[1].attribute(ODFTable.styleName) == "T1.A1")
    let own = style("T1.A1", in: root)?.firstElement(ODFStyle.tableCellProperties)
    #expect(own?.attribute(ODFStyle.backgroundColor) == "#eeeeee")
  }

  @Test("a style without properties gets them, one that is not automatic becomes the parent")
  func parents() throws {
    let cells = [("T1.B1", "{% cellbg c %}a"), ("Frame", "{% cellbg c %}b"), ("", "{% cellbg c %}c")]
    let root = try render(table(["T1.A", "T1.A", "T1.A"], row(cells)), ["c": "auto"])
    let made = self.cells(of: root).map { style($0.attribute(ODFTable.styleName), in: root) }
    #expect(made.map { $0?.attribute(ODFStyle.parentStyleName) } == ["Frame", "Frame", nil])
    for one in made {
      let properties = one?.firstElement(ODFStyle.tableCellProperties)
      #expect(properties?.attribute(ODFStyle.backgroundColor) == "transparent")
    }
  }

  @Test("cells with the same style and colour share one style, and where there were none they are made")
  func shared() throws {
    let loop =
      "<table:table-row><table:table-cell><text:p>{% for c in colors %}{% cellbg c %}{{ c }}{% endfor %}"
      + "</text:p></table:table-cell></table:table-row>"
    let rows =
      row([("", "{%tr for c in colors %}")]) + row([("", "{% cellbg c %}")]) + row([("", "{%tr endfor %}")])
    let root = try render(
      table(["T1.A"], rows + loop), styles: nil, ["colors": ["FF0000", "0000FF", "FF0000", "0000FF"]])
    let names = cells(of: root).map { $0.attribute(ODFTable.styleName) ?? "" }
    #expect(names.count == 5)
    #expect(names[0] == names[2] && names[1] == names[3] && names[0] != names[1])
    // The last of several statements in one cell counts.
    #expect(names[4] == names[1])
    #expect(root.firstElement(ODFOffice.automaticStyles)?.elements.count == 2)
  }

  @Test(
    "columns that a loop adds have styles whose widths add up to the table's",
    arguments: [0, 1, 2, 3, 7, 40])
  func columns(count: Int) throws {
    let cells = [
      ("T1.A1", "a"), ("T1.A1", "{%tc for c in cols %}"), ("T1.A1", "{{ c }}"), ("T1.A1", "{%tc endfor %}"),
    ]
    let root = try render(
      table(["T1.A", "T1.B", "T1.B", "T1.B"], row(cells)), ["cols": .list((0..<count).map { .int($0) })])
    let styles = root.descendants.filter { $0.is(ODFTable.tableColumn) }
      .compactMap { style($0.attribute(ODFTable.styleName), in: root) }
    #expect(styles.count == count + 1)
    let widths = styles.compactMap { style -> Int? in
      let properties = style.firstElement(ODFStyle.tableColumnProperties)
      let relative = properties?.attribute(ODFStyle.relColumnWidth)?.dropLast()
      let points = properties?.attribute(ODFStyle.columnWidth)?.dropLast(2)
      guard let relative = relative.flatMap({ Int($0) }), let points = points.flatMap({ Double($0) }) else {
        return nil
      }
      #expect(points * 20 == Double(relative))
      return relative
    }
    #expect(widths.reduce(0, +) == 7200)
    if count > 0 { #expect(widths[0] == 2880) }
  }
}
