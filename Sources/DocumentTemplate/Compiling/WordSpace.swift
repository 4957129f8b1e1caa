import OfficeDocument
import XMLTree

/// Widths and heights of WordprocessingML; a twip is 635 English Metric Units.
enum WordSpace {
  private static let width = Name(Namespace.wordprocessing, "w")
  private static let height = Name(Namespace.wordprocessing, "h")
  private static let twip = 635
  // The transitional names, and the strict ones.
  private static let left = [name("left"), name("start")]
  private static let right = [name("right"), name("end")]

  /// A cell's width but for its margins (ISO/IEC 29500-1, 17.4.41 and 17.4.71), and its height if that is fixed.
  static func cell(_ cell: Node) -> Space? {
    guard let row = cell.ancestor(W.tr), let table = row.ancestor(W.tbl) else { return nil }
    let properties = cell.firstElement(W.tcPr)
    guard let whole = preferred(properties) ?? gridWidth(of: cell, in: row, table) else { return nil }
    let margins =
      properties?.firstElement(Self.name("tcMar"))
      ?? table.firstElement(W.tblPr)?.firstElement(Self.name("tblCellMar"))
    let sides = margin(margins, Self.left) + margin(margins, Self.right)
    guard whole > sides else { return nil }
    return Space(width: (whole - sides) * twip, height: fixedHeight(of: row))
  }

  /// The width of the shape around a text box, DrawingML or VML, but for the usual margins.
  static func textBox(_ content: Node) -> Space? {
    var current = content.parent
    while let element = current {
      let extents = element.children.first { $0.localName == "extent" }
      if let extents, let width = number(extents.attribute(Name("", "cx"))),
        let height = number(extents.attribute(Name("", "cy"))), width > 182_880, height > 91_440
      {
        return Space(width: width - 182_880, height: height - 91_440)
      }
      if let style = element.attribute(Name("", "style")), let width = points("width", in: style),
        let height = points("height", in: style), width > 182_880, height > 91_440
      {
        return Space(width: width - 182_880, height: height - 91_440)
      }
      current = element.is(W.p) ? nil : element.parent
    }
    return nil
  }

  /// The space of the page that the section properties `section` describe (17.6.13, 17.6.11, 17.6.4).
  static func page(_ section: Node) -> Space? {
    guard let size = section.firstElement(Self.name("pgSz")), let wide = number(size.attribute(width)),
      let high = number(size.attribute(height))
    else { return nil }
    let margins = section.firstElement(Self.name("pgMar"))
    func margin(_ side: String) -> Int {
      abs(number(margins?.attributes.first { $0.localName == side }?.value) ?? 0)
    }
    var across = wide - margin("left") - margin("right")
    if let columns = section.firstElement(Self.name("cols")),
      let count = number(columns.attribute(Self.name("num"))), (2...45).contains(count)
    {
      across = (across - (count - 1) * (number(columns.attribute(Self.name("space"))) ?? 720)) / count
    }
    let down = high - margin("top") - margin("bottom")
    guard across > 0, down > 0 else { return nil }
    return Space(width: across * twip, height: down * twip)
  }

  private static func preferred(_ properties: Node?) -> Int? {
    guard let preferred = properties?.firstElement(W.tcW), preferred.attribute(W.type) == "dxa",
      let width = number(preferred.attribute(width)), width > 0
    else { return nil }
    return width
  }

  private static func gridWidth(of cell: Node, in row: Node, _ table: Node) -> Int? {
    let columns = table.firstElement(W.tblGrid)?.elements(W.gridCol) ?? []
    var first = number(row.firstElement(W.trPr)?.firstElement(W.gridBefore)?.attribute(W.val)) ?? 0
    for other in row.elements(W.tc) {
      if other == cell { break }
      first += span(other)
    }
    let last = first + span(cell)
    guard first >= 0, last <= columns.count else { return nil }
    let sum = columns[first..<last].reduce(0) { $0 + (number($1.attribute(width)) ?? 0) }
    return sum > 0 ? sum : nil
  }

  private static func span(_ cell: Node) -> Int {
    max(1, number(cell.firstElement(W.tcPr)?.firstElement(W.gridSpan)?.attribute(W.val)) ?? 1)
  }

  /// A margin in twips; Word's own is 0.19 cm.
  private static func margin(_ margins: Node?, _ sides: [Name]) -> Int {
    let found = margins?.children.first { child in sides.contains { child.is($0) } }
    return number(found?.attribute(width)) ?? 108
  }

  private static func fixedHeight(of row: Node) -> Int? {
    guard let height = row.firstElement(W.trPr)?.firstElement(Self.name("trHeight")),
      height.attribute(Self.name("hRule")) == "exact", let value = number(height.attribute(W.val)), value > 0
    else { return nil }
    return value * twip
  }

  private static func points(_ property: String, in style: String) -> Int? {
    for part in style.split(separator: ";") where part.hasPrefix(property + ":") && part.hasSuffix("pt") {
      return Double(part.dropFirst(property.utf8.count + 1).dropLast(2)).map { Int($0 * 12_700) }
    }
    return nil
  }

  private static func number(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.flatMap { abs($0) < 1_000_000_000_000 ? $0 : nil }
  }

  private static func name(_ local: StaticString) -> Name { Name(Namespace.wordprocessing, local) }
}
