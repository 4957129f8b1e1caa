import OfficeDocument
import XMLTree

/// Widths and heights of OpenDocument text.
enum OpenDocumentSpace {
  private static let svg: StaticString = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"

  /// A cell's columns together, but for its padding (ODF 1.3 part 3, 17.16 and 17.18).
  static func cell(_ cell: Node) -> Space? {
    guard let row = cell.ancestor(ODFTable.tableRow), let table = row.ancestor(ODFTable.table)
    else {
      return nil
    }
    let styles = Styles(cell.tree)
    let count = number(cell.attribute(ODFTable.numberColumnsSpanned)) ?? 1
    var first = 0
    for other in row.elements where other.is(ODFTable.tableCell) || other.is(ODFTable.coveredTableCell) {
      if other == cell { break }
      first += number(other.attribute(ODFTable.numberColumnsRepeated)) ?? 1
    }
    let widths = columnWidths(of: table, styles, upTo: first + count)
    guard widths.count >= first + count else { return nil }
    let padding = styles.properties("table-cell", cell.attribute(Name(Namespace.table, "style-name")))
    let sides = ["padding-left", "padding-right"].map {
      length(padding[$0]) ?? length(padding["padding"]) ?? 0
    }
    let width = widths[first..<(first + count)].reduce(0, +) - sides.reduce(0, +)
    return width > 0 ? Space(width: width, height: nil) : nil
  }

  /// The frame around a text box.
  static func textBox(_ box: Node) -> Space? {
    guard let frame = box.parent, let width = length(frame.attribute(Name(svg, "width"))), width > 0 else {
      return nil
    }
    return Space(width: width, height: length(frame.attribute(Name(svg, "height"))))
  }

  /// The space of a page layout's pages (16.5).
  static func page(_ layout: Node) -> Space? {
    guard let found = layout.elements.first(where: { $0.localName == "page-layout-properties" }) else {
      return nil
    }
    let values = Dictionary(found.attributes.map { ($0.localName, $0.value) }) { first, _ in first }
    guard let wide = length(values["page-width"]), let high = length(values["page-height"]) else {
      return nil
    }
    func margin(_ side: String) -> Int { length(values["margin-\(side)"]) ?? length(values["margin"]) ?? 0 }
    let across = wide - margin("left") - margin("right")
    let down = high - margin("top") - margin("bottom")
    return across > 0 && down > 0 ? Space(width: across, height: down) : nil
  }

  private static func columnWidths(of table: Node, _ styles: Styles, upTo count: Int) -> [Int] {
    var widths: [Int] = []
    func collect(_ node: Node) {
      for child in node.elements where widths.count < count {
        if child.is(ODFTable.tableColumn) {
          let style = child.attribute(Name(Namespace.table, "style-name"))
          guard let width = length(styles.properties("table-column", style)["column-width"]) else { return }
          let repeated = min(
            number(child.attribute(ODFTable.numberColumnsRepeated)) ?? 1, count - widths.count)
          widths += Array(repeating: width, count: max(repeated, 0))
        } else if child.is(ODFTable.tableColumns) || child.is(ODFTable.tableHeaderColumns)
          || child.localName == "table-column-group"
        {
          collect(child)
        }
      }
    }
    collect(table)
    return widths
  }

  /// A part's automatic styles.
  private struct Styles {
    private let root: Node?

    init(_ tree: XMLTree) { root = tree.root.firstElement(ODFOffice.automaticStyles) }

    /// What a style says, by the names of its properties without their prefixes.
    func properties(_ family: String, _ name: String?) -> [String: String] {
      guard let name,
        let style = root?.elements.first(where: {
          $0.attribute(ODFStyle.name) == name && $0.attribute(ODFStyle.family) == family
        })
      else { return [:] }
      let all = style.elements.flatMap(\.attributes).map { ($0.localName, $0.value) }
      return Dictionary(all) { first, _ in first }
    }
  }

  /// A length with its unit in English Metric Units.
  static func length(_ value: String?) -> Int? {
    guard let value else { return nil }
    let units = [("cm", 360_000.0), ("mm", 36_000), ("in", 914_400), ("pt", 12_700), ("pc", 152_400)]
    for (unit, scale) in units where value.hasSuffix(unit) {
      guard let number = Double(value.dropLast(2)), abs(number) < 1e6 else { return nil }
      return Int(number * scale)
    }
    return nil
  }

  private static func number(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
  }
}
