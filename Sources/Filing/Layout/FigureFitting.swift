import DocumentTemplate
import Forms
import TemplateLanguage

/// Figures too long for their column are set in smaller and narrower digits.
struct FigureFitting {
  let report: Report

  /// The size of the tables, 五号, and the smaller one, 小五.
  private static let size = 10.5
  private static let smallSize = 9.0
  /// What a cell of the many-columned tables holds: 10.4 mm without margins and borders.
  private static let narrowCell = 27.5
  /// What a cell of a table turned sideways holds: 15 mm without them.
  private static let turnedCell = 40.5
  /// What the narrowest cell of the others holds: 38 mm without them.
  private static let wideCell = 105.0
  /// From how many columns on cells are narrow.
  static let manyColumns = 7

  /// Replaces the long figures of the tables in `values`; the others stay numbers.
  func apply(to values: inout Mapping) {
    for cell in report.definition.cells {
      let text = report[cell].text
      let width = TextWidth.of(text) * Self.size
      let room = room(of: cell)
      guard width > room else { continue }
      let format = Self.format(width: width * Self.smallSize / Self.size, room: room)
      let path = cell.path.split(separator: ".").map(String.init)
      values = Self.replacing(path[...], in: values, with: .object(RichText(text, format)))
    }
  }

  private func room(of cell: FormCell) -> Double {
    guard let table = report.definition.table(cell.table) else { return Self.wideCell }
    if report.layout.landscape.contains(table.id) { return Self.turnedCell }
    let isNarrow = table.isAcross || table.blocks.contains { $0.figureColumns.count >= Self.manyColumns }
    return isNarrow ? Self.narrowCell : Self.wideCell
  }

  private static func format(width: Double, room: Double) -> TextFormat {
    let percent = Int((room / width * 100).rounded(.down))
    return TextFormat(
      halfPoints: Int(smallSize * 2), widthPercent: percent < 100 ? max(percent, 1) : nil)
  }

  private static func replacing(_ path: ArraySlice<String>, in mapping: Mapping, with value: Value) -> Mapping
  {
    guard let name = path.first else { return mapping }
    var mapping = mapping
    if path.count == 1 {
      mapping[name] = value
    } else if case .mapping(let inner) = mapping[name] {
      mapping[name] = .mapping(replacing(path.dropFirst(), in: inner, with: value))
    }
    return mapping
  }
}
