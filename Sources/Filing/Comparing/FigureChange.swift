public import Forms
public import TemplateLanguage

/// A figure in two reports.
public struct FigureChange: Sendable, Hashable {
  /// The cell, in the second report's form where that has it, else in the first's.
  public let cell: FormCell
  /// The figure in the first report; nil if its form has no such cell, or it is blank.
  public let before: Figure?
  /// The figure in the second report; nil if its form has no such cell, or it is blank.
  public let after: Figure?

  /// How much more the second is, exactly; nil unless both are there.
  public var change: Decimal? {
    guard let before = before?.number, let after = after?.number else { return nil }
    return after - before
  }

  /// The change in per cent of the first, rounded to one place, halves away from zero; nil where there is no
  /// change to speak of: a figure is not there, or the first is zero.
  public var percent: Decimal? {
    guard let change, let before = before?.number else { return nil }
    return Percentage.of(change, in: before)
  }

  /// Whether the figures differ, or only one is there.
  public var isChanged: Bool { before?.number != after?.number || before?.text != after?.text }

  /// Whether there is nothing to see: zero or nothing in both.
  public var isNothing: Bool {
    (before?.number ?? 0) == 0 && (after?.number ?? 0) == 0 && (before == nil) == (after == nil)
  }

  static func all(_ before: Report, _ after: Report) -> [FigureChange] {
    var changes: [FigureChange] = []
    for table in after.definition.tables {
      // What only the first form has stands behind what the second has of the same table.
      for cell in after.definition.cells where cell.table == table.id {
        let old = before.definition.cell(identity: cell.identity)
        changes.append(
          FigureChange(cell: cell, before: old.flatMap { figure(before[$0]) }, after: figure(after[cell])))
      }
      for cell in before.definition.cells
      where cell.table == table.id && after.definition.cell(identity: cell.identity) == nil {
        changes.append(FigureChange(cell: cell, before: figure(before[cell]), after: nil))
      }
    }
    return changes
  }

  private static func figure(_ figure: Figure) -> Figure? { figure == .blank ? nil : figure }
}

/// Percentages by exact decimals.
enum Percentage {
  /// `part` in per cent of `whole` without its sign, rounded to one place, halves away from zero; nil if `whole` is
  /// zero.
  static func of(_ part: Decimal, in whole: Decimal) -> Decimal? {
    guard whole != 0 else { return nil }
    let dividend = (part < 0 ? -part : part) * 1000
    let divisor = whole < 0 ? -whole : whole
    // Twice the tenths, one more, halved: the half is rounded up.
    let tenths = (quotient(dividend * 2, by: divisor) + 1).halved
    let rounded = tenths * tenth
    return part < 0 ? -rounded : rounded
  }

  private static let tenth = Decimal("0.1") ?? 0

  /// The quotient of two numbers that are not negative, without its places, digit by digit.
  private static func quotient(_ dividend: Decimal, by divisor: Decimal) -> Decimal {
    var place: Decimal = 1
    while divisor * place * 10 <= dividend { place = place * 10 }
    var rest = dividend
    var quotient: Decimal = 0
    while place >= 1 {
      while divisor * place <= rest {
        rest = rest - divisor * place
        quotient = quotient + place
      }
      place = place * tenth
    }
    return quotient
  }
}

extension Decimal {
  /// A whole number divided by two, without its places.
  fileprivate var halved: Decimal {
    let half = self * (Decimal("0.5") ?? 0)
    let text = half.text.split(separator: ".", maxSplits: 1)
    return text.first.flatMap { Decimal($0) } ?? 0
  }
}
