import DataFiles
public import Diagnostics
import TemplateLanguage

/// Units' reports added up, cell by cell, on one edition of the form.
public struct ReportSum: Sendable {
  /// The edition that the sum is on.
  public let definition: FormDefinition
  /// The sums in the order of `FormDefinition.cells`; blank where a unit has no figure for the cell.
  public let figures: [Figure]
  /// The units in the order given, each on the sum's edition.
  public let units: [Report]
  /// What had no place or no figure when a unit was brought to the sum's edition, and what could not be added.
  public let findings: [Diagnostic]

  /// Adds up reports.
  ///
  /// A report on another edition is brought to the sum's: a figure goes where it means the same, nothing is guessed.
  /// A cell for which a unit has no figure stays blank in the sum.
  ///
  /// Counts and changes are added as integers, amounts as decimals: as many places as the unit with most.
  public init(of reports: [Report], on definition: FormDefinition) {
    self.definition = definition
    var findings: [Diagnostic] = []
    units = reports.map { report in
      guard report.definition.edition != definition.edition else { return report }
      let (moved, warnings) = report.transfer(to: definition)
      findings.append(
        Diagnostic(
          .warning, .otherEdition(report.definition.name, sum: definition.name),
          at: Place(file: report.source.file)))
      findings += warnings
      return moved
    }
    var figures: [Figure] = []
    figures.reserveCapacity(definition.cells.count)
    for cell in definition.cells {
      let parts = units.map { $0[cell] }
      if let sum = Figure.sum(of: parts, kind: cell.kind) {
        figures.append(sum)
      } else {
        figures.append(.blank)
        let missing = units.filter { $0[cell] == .blank }
        findings.append(
          Diagnostic(
            .error,
            missing.isEmpty ? .sumTooGreat(cell) : .unitWithoutFigure(cell, units: missing.map(\.agency)),
            at: Place(.named("tables.\(cell.path)"))))
      }
    }
    self.figures = figures
    self.findings = findings
  }

  /// The edition on which reports are best added up: that of most of them, the first of those that have as many.
  public static func edition(of reports: [Report]) -> String? {
    var counts: [(edition: String, count: Int)] = []
    for report in reports {
      let edition = report.definition.edition
      if let index = counts.firstIndex(where: { $0.edition == edition }) {
        counts[index].count += 1
      } else {
        counts.append((edition, 1))
      }
    }
    return counts.max { $0.count < $1.count || ($0.count == $1.count && $0.edition > $1.edition) }?.edition
  }

  /// The sum in a cell of its definition.
  public subscript(cell: FormCell) -> Figure { figures[cell.index] }
}

extension Figure {
  /// The greatest figure that a sum may be; a report file holds no greater one.
  private static let greatest = 999_999_999_999

  /// The sum of figures of one kind; nil if one is blank, or if it is too great. Nothing added up is zero.
  static func sum(of figures: [Figure], kind: FigureKind) -> Figure? {
    var count = 0
    var amount: Decimal = 0
    var isWritten = kind != .count
    for figure in figures {
      switch figure {
      case .blank: return nil
      case .count(let number): count += number
      case .written(_, let number):
        isWritten = true
        amount = amount + number
      }
    }
    guard isWritten else { return count <= greatest ? .count(count) : nil }
    let sum = count == 0 ? amount : amount + Decimal(integerLiteral: count)
    let hasSign = kind == .change && sum > 0 && figures.contains { $0.text.hasPrefix("+") }
    let text = (hasSign ? "+" : "") + sum.text
    return text.utf8.count <= 30 ? .written(text, sum) : nil
  }
}
