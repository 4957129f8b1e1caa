import Diagnostics
import Forms
import TemplateLanguage

extension TableReader {
  /// The figures that were read, and what was not a plain number.
  ///
  /// An empty cell counts as zero where its table has figures at all; an empty total stays empty, to be reckoned.
  func figures() -> (figures: [Figure], findings: [Diagnostic]) {
    var figures = Array(repeating: Figure.blank, count: definition.cells.count)
    var findings: [Diagnostic] = []
    for table in definition.tables {
      let cells = definition.cells.filter { $0.table == table.id }
      let isEmpty = cells.allSatisfy { cell in
        readings[cell.index].map { FigureText($0.text, kind: cell.kind, unit: cell.unit) == .blank } ?? true
      }
      var blanks: [Place] = []
      for cell in cells {
        guard let reading = readings[cell.index] else { continue }
        switch FigureText(reading.text, kind: cell.kind, unit: cell.unit) {
        case .figure(let figure, let remark):
          figures[cell.index] = figure
          if let remark { findings.append(Diagnostic(.warning, .remark(remark, cell), at: reading.place)) }
        case .notApplicable:
          figures[cell.index] = Self.zero(cell)
          findings.append(Diagnostic(.warning, .notApplicable(cell), at: reading.place))
        case .unreadable:
          findings.append(Diagnostic(.error, .figureUnreadable(cell), at: reading.place))
        case .blank:
          guard !isEmpty, !cell.isColumnSum else { continue }
          figures[cell.index] = Self.zero(cell)
          blanks.append(reading.place)
        }
      }
      if let first = blanks.first {
        findings.append(Diagnostic(.warning, .blanksAreZero(blanks.count), at: first))
      }
      findings += missing(cells, table, isEmpty)
    }
    return (figures, findings)
  }

  private static func zero(_ cell: FormCell) -> Figure {
    cell.kind == .count ? .count(0) : .written("0", 0)
  }

  /// What the document does not have.
  private func missing(_ cells: [FormCell], _ table: FormTable, _ isEmpty: Bool) -> [Diagnostic] {
    let place = Place(.named("tables.\(table.id)"))
    let heading = definition.sections.first { $0.table == table.id }?.heading ?? table.id
    if cells.allSatisfy({ readings[$0.index] == nil }) {
      return [Diagnostic(.error, .tableNotFound(heading), at: place)]
    }
    if isEmpty { return [Diagnostic(.error, .tableEmpty(heading), at: place)] }
    return cells.compactMap { cell in
      guard readings[cell.index] == nil, !cell.isColumnSum else { return nil }
      return Diagnostic(.error, .figureNotFound(cell), at: Place(.named("tables.\(cell.path)")))
    }
  }
}
