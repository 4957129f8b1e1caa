import Diagnostics
import TemplateLanguage

extension FormDefinition {
  /// A report to fill in.
  ///
  /// What somebody has to count or write stays open, so that a file that was not filled in is refused: the prose,
  /// the date, table 2, table 4, and, in the applicant matrix, the rows from which the others follow. The rows
  /// that a rule of the form ties to these begin with zeros, since most of them stay so, and the rule shows when
  /// they must not.
  ///
  /// - Parameter previous: the report of the year before, from which the agency, the title's wording, the contact
  ///   and what is carried over are taken; on any edition.
  public func blankReport(agency: String?, year: Int, previous: Report? = nil) -> ReportDraft {
    var draft = ReportDraft(on: self)
    draft.agency = agency ?? previous?.agency
    draft.year = year
    draft.opening = openingPatterns.map { pattern in
      PatternText.filled(
        pattern,
        [
          "basis": basis, "year": String(year), "agency": draft.agency ?? "",
          "sections": sections.map { Self.withoutNumber($0.heading) }.joined(separator: "，"),
        ])
    }
    let contact = previous.map { CarriedText.contact(of: $0, year: year) } ?? []
    draft.opening += contact.isEmpty ? [nil] : contact
    draft.remarks["opening"] =
      contact.isEmpty
      ? ["最后一段写电子版在哪里，与谁联系：单位、地址、邮编、电话、电子邮箱"] : ["最后一段的联系方式取自上一年的报告，请核对"]
    for cell in cells where isForced(cell) { draft[cell] = .count(0) }
    if let previous {
      if agency == nil || agency == previous.agency {
        draft.title = CarriedText.title(of: previous, year: year)
      }
      draft.signature = previous.signature
      draft.layout = previous.layout
      carry(previous, to: &draft)
    }
    return draft
  }

  /// The edition that is prescribed for a year: of those whose years have it, one that is still in force before
  /// one that is not.
  public static func edition(for year: Int, among definitions: [FormDefinition]) -> FormDefinition? {
    let fitting = definitions.filter { $0.years.contains(year) }
    return fitting.first { $0.years.last == nil } ?? fitting.first
  }

  // MARK: Figures

  /// Whether a rule of level error ties the cell to others of its column.
  private func isForced(_ cell: FormCell) -> Bool {
    guard cell.kind == .count, !cell.isColumnSum else { return false }
    return rules.contains { rule in
      rule.level == .error && !rule.needsPrevious && rule.table == cell.table
        && rule.equations.contains { equation in
          equation.right.contains { $0.cell == cell.index } && isColumn(equation)
        }
    }
  }

  private func isColumn(_ equation: FormEquation) -> Bool {
    let terms = equation.left + equation.right
    return terms.allSatisfy { cells[$0.cell].column == cells[terms[0].cell].column }
  }

  /// Fills in the figures that a rule ties to last year's alone, or to last year's and this year's that are open.
  private func carry(_ previous: Report, to draft: inout ReportDraft) {
    for rule in rules where rule.needsPrevious {
      var wasCarried: Set<String> = []
      for equation in rule.equations {
        guard equation.left.count == 1, let term = equation.left.first, !term.isPrevious, !term.isNegative,
          !cells[term.cell].isColumnSum, let sum = sum(of: equation.right, in: previous)
        else { continue }
        let cell = cells[term.cell]
        draft[cell] = .count(sum)
        let row = ([cell.table] + cell.row).joined(separator: ".")
        if wasCarried.insert(row).inserted {
          let isAll = equation.right.allSatisfy(\.isPrevious)
          draft.remarks[row, default: []].append(
            isAll
              ? "已照上一年的报告填入。\(rule.says.chinese)"
              : "“\(cell.columnLabel)”先填了上一年的数，请改成本年的。\(rule.says.chinese)")
        }
      }
    }
  }

  /// The sum of last year's figures in a side of an equation; nil if one is not to be had.
  private func sum(of terms: [FormEquation.Term], in previous: Report) -> Int? {
    var sum = 0
    for term in terms where term.isPrevious {
      guard let cell = previous.definition.cell(identity: cells[term.cell].identity),
        case .count(let count) = previous[cell]
      else { return nil }
      sum += term.isNegative ? -count : count
    }
    return sum >= 0 ? sum : nil
  }

  /// 一、总体情况 → 总体情况
  private static func withoutNumber(_ heading: String) -> String {
    guard let mark = heading.firstIndex(of: "、"), heading.distance(from: heading.startIndex, to: mark) <= 2
    else {
      return heading
    }
    return String(heading[heading.index(after: mark)...])
  }
}

/// Words of last year's report that serve again.
enum CarriedText {
  private static let contactWords = ["电话", "联系", "邮箱", "传真", "地址", "邮编", "电子版", "下载"]

  /// The sentences of the opening that say where to ask and where to read, as one paragraph; none if there are none.
  static func contact(of report: Report, year: Int) -> [String] {
    var kept = ""
    for paragraph in report.opening {
      for sentence in sentences(paragraph) where contactWords.contains(where: sentence.contains) {
        // A sentence on the period or the basis would bring last year's with it.
        guard !["统计", "〔", "根据"].contains(where: sentence.contains) else { continue }
        kept += sentence
      }
    }
    return kept.isEmpty ? [] : [withYear(kept, of: report, year)]
  }

  /// The title in last year's wording; nil if that is the usual one, or does not name the year once.
  static func title(of report: Report, year: Int) -> String? {
    let usual = report.definition.title(agency: report.agency, year: report.year)
    let last = "\(report.year)年"
    guard report.title != usual, report.title.ranges(of: last).count == 1 else { return nil }
    return withYear(report.title, of: report, year)
  }

  /// A text with this year for last year's.
  static func withYear(_ text: String, of report: Report, _ year: Int) -> String {
    text.replacing("\(report.year)年", with: "\(year)年")
  }

  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var rest = Substring(text)
    while let stop = rest.firstIndex(of: "。") {
      sentences.append(String(rest[...stop]))
      rest = rest[rest.index(after: stop)...]
    }
    return rest.isEmpty ? sentences : sentences + [String(rest)]
  }
}
