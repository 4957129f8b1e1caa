import DataFiles
public import Forms

/// Two reports side by side: two years of one agency, or two versions of one report.
///
/// Figures are compared where they mean the same, whatever the editions; prose paragraph by paragraph, and changed
/// paragraphs sentence by sentence.
public struct ReportComparison: Sendable {
  /// The report that is compared.
  public let before: Report
  /// The report with which it is compared.
  public let after: Report
  /// What is to be said of each report's head: title, agency, year, date, edition; only what differs.
  public let heads: [HeadChange]
  /// Every figure of either report, in the order of the forms.
  public let figures: [FigureChange]
  /// The opening and the sections of running text, in the order of the form.
  public let prose: [ProseComparison]

  /// Compares two reports.
  public init(_ before: Report, _ after: Report) {
    self.before = before
    self.after = after
    heads = HeadChange.all(before, after)
    figures = FigureChange.all(before, after)
    prose = ProseComparison.all(before, after)
  }

  /// Whether nothing differs.
  public var isSame: Bool {
    heads.isEmpty && figures.allSatisfy { !$0.isChanged } && prose.allSatisfy { !$0.isChanged }
  }
}

/// A part of a report's head that differs.
public struct HeadChange: Sendable, Hashable {
  /// Which part.
  public let part: Part
  /// What one report has.
  public let before: String
  /// What the other has.
  public let after: String

  /// A part of a report's head.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case title
    case agency
    case year
    case date
    case edition
  }

  static func all(_ before: Report, _ after: Report) -> [HeadChange] {
    Part.allCases.compactMap { part in
      let change = HeadChange(part: part, before: text(part, before), after: text(part, after))
      return change.before == change.after ? nil : change
    }
  }

  private static func text(_ part: Part, _ report: Report) -> String {
    switch part {
    case .title: report.title
    case .agency: report.agency
    case .year: String(report.year)
    case .date: report.date.description
    case .edition: report.definition.name.chinese
    }
  }
}
