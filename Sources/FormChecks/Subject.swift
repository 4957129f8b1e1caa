import Forms
import TemplateLanguage

/// A report under its checks, with its prose read once for all rules.
struct Subject: Sendable {
  let report: Report
  let previous: Report?
  /// The paragraphs before the first section.
  let opening: [Paragraph]
  /// The paragraphs of each section of running text, by its id.
  let sections: [String: [Paragraph]]

  init(_ report: Report, previous: Report?) {
    self.report = report
    self.previous = previous
    opening = report.opening.enumerated().map { index, text in
      Paragraph(
        text, path: "opening[\(index)]", heading: LocalizedText(chinese: "开头", english: "the opening"),
        spot: FormSpot(part: FormSpot.openingPart, item: index))
    }
    var sections: [String: [Paragraph]] = [:]
    for (number, section) in report.definition.sections.enumerated() where section.table == nil {
      sections[section.id] = (report.sections[section.id] ?? []).enumerated().map { index, text in
        Paragraph(
          text, path: "sections.\(section.id)[\(index)]",
          heading: LocalizedText(chinese: "“\(section.heading)”", english: "“\(section.heading)”"),
          spot: FormSpot(part: FormSpot.firstSection + number, item: index))
      }
    }
    self.sections = sections
  }

  /// All paragraphs in the order of the form.
  var paragraphs: [Paragraph] {
    opening + report.definition.proseSections.flatMap { sections[$0.id] ?? [] }
  }

  /// A cell's place in the form.
  func spot(of cell: FormCell) -> FormSpot {
    FormSpot(part: part { $0.table == cell.table }, item: cell.index)
  }

  /// A section's place in the form.
  func spot(ofSection id: String) -> FormSpot {
    FormSpot(part: part { $0.id == id })
  }

  private func part(_ isWanted: (FormSection) -> Bool) -> Int {
    FormSpot.firstSection + (report.definition.sections.firstIndex(where: isWanted) ?? 0)
  }

  /// The number in a cell; nil if the form has no such cell, or it is blank.
  func number(_ path: String) -> Decimal? { report[path]?.number }
}
