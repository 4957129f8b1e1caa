import OfficeDocument
import XMLTree

/// The automatic styles of an OpenDocument part that its tables use.
struct StyleSources {
  private var cells: [String: Node] = [:]
  private var columns: [String: Node] = [:]
  private var known: [String?: Int] = [:]

  private static let name = Array("chengwen-name".utf8)
  private static let color = Array("chengwen-color".utf8)

  init(of tree: XMLTree, _ format: OfficeFormat) {
    guard format == .odt, let styles = tree.root.firstElement(ODFOffice.automaticStyles) else { return }
    for style in styles.elements(ODFStyle.style) {
      guard let name = style.attribute(ODFStyle.name) else { continue }
      switch style.attribute(ODFStyle.family) {
      case "table-cell": cells[name] = style
      case "table-column": columns[name] = style
      default: continue
      }
    }
  }

  /// The widths that a column's style says: in twips, and relative ones.
  func columnWidths(_ name: String?) -> (absolute: Int?, relative: Int?) {
    let properties = name.flatMap { columns[$0] }?.firstElement(ODFStyle.tableColumnProperties)
    return (
      properties?.attribute(ODFStyle.columnWidth).flatMap { StyleLength.twips($0) },
      properties?.attribute(ODFStyle.relColumnWidth).flatMap { StyleLength.relative($0) }
    )
  }

  /// The number of the style called `name`, open for a name and a background of its own. A style that is not
  /// automatic becomes the new one's parent.
  mutating func style(of name: String?, _ styles: inout [CellStyle]) -> Int {
    if let number = known[name] { return number }
    let style = CellStyle(cutting: serialized(name), at: Self.name, Self.color)
    styles.append(style)
    known[name] = styles.count - 1
    return styles.count - 1
  }

  private func serialized(_ name: String?) -> [UInt8] {
    let nameMark = String(decoding: Self.name, as: UTF8.self)
    let colorMark = String(decoding: Self.color, as: UTF8.self)
    guard let source = name.flatMap({ cells[$0] }) else {
      let parent = name.map { " style:parent-style-name=\"\($0)\"" } ?? ""
      return Array(
        ("<style:style style:name=\"\(nameMark)\" style:family=\"table-cell\"\(parent)>"
          + "<style:table-cell-properties fo:background-color=\"\(colorMark)\"/></style:style>").utf8)
    }
    let copy = source.copyDeep()
    source.insertAfter(copy)
    copy.setAttribute(ODFStyle.name, nameMark)
    copy.removeAttribute(ODFStyle.displayName)
    let properties: Node
    if let own = copy.firstElement(ODFStyle.tableCellProperties) {
      properties = own
    } else {
      properties = copy.tree.makeElement(ODFStyle.tableCellProperties)
      copy.prepend(properties)
    }
    properties.setAttribute(ODFStyle.backgroundColor, colorMark)
    let bytes = copy.serialize()
    copy.remove()
    return bytes
  }
}

extension CellStyle {
  fileprivate init(cutting bytes: [UInt8], at name: [UInt8], _ color: [UInt8]) {
    let (head, rest) = Self.cut(bytes, at: name)
    let (middle, tail) = Self.cut(rest, at: color)
    self.init(beforeName: head, beforeColor: middle, afterColor: tail)
  }

  private static func cut(_ bytes: [UInt8], at mark: [UInt8]) -> ([UInt8], [UInt8]) {
    for start in bytes.indices where bytes[start...].starts(with: mark) {
      return (Array(bytes[..<start]), Array(bytes[(start + mark.count)...]))
    }
    return (bytes, [])
  }
}
