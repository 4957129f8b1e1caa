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
  /// What the narrowest cell of the others holds: 38 mm without them.
  private static let wideCell = 105.0
  /// From how many columns on cells are narrow.
  private static let manyColumns = 7

  /// Replaces the long figures of the tables in `values`; the others stay numbers.
  func apply(to values: inout Mapping) {
    for cell in report.definition.cells {
      let text = report[cell].text
      let width = TextWidth.of(text) * Self.size
      guard width > Self.wideCell || (isNarrow(cell) && width > Self.narrowCell) else { continue }
      let room = isNarrow(cell) ? Self.narrowCell : Self.wideCell
      let format = Self.format(width: width * Self.smallSize / Self.size, room: room)
      let path = cell.path.split(separator: ".").map(String.init)
      values = Self.replacing(path[...], in: values, with: .object(RichText(text, format)))
    }
  }

  private func isNarrow(_ cell: FormCell) -> Bool {
    guard let table = report.definition.table(cell.table) else { return false }
    return table.isAcross || table.blocks.contains { $0.figureColumns.count >= Self.manyColumns }
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
