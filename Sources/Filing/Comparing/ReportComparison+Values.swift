public import Diagnostics
import Forms
public import TemplateLanguage

extension ReportComparison {
  /// What is compared, by name: the years, or, where these are the same, the one and the other.
  func names(_ language: Language) -> (before: String, after: String) {
    if before.year != after.year {
      return language == .chinese
        ? ("\(before.year)年", "\(after.year)年") : ("\(before.year)", "\(after.year)")
    }
    return language == .chinese ? ("修改前", "修改后") : ("before", "after")
  }

  /// The comparison for templates and as JSON.
  ///
  /// `title`; `before` and `after` with `name`, `agency`, `year`, `title`, `edition`; `heads` (`part`, `before`,
  /// `after`); `tables` (`heading`, `figures`, `unchanged`: how many are left out); a figure has `path`, `row`,
  /// `column`, `unit`, `before`, `after`, `change`, `percent`, these as text, and `is_changed`; `prose` (`heading`,
  /// `is_changed`, `paragraphs` with `kind`, `before`, `after` and `sentences` of `kind` and `text`).
  ///
  /// - Parameter all: whether figures and paragraphs that are the same are among them.
  public func values(all: Bool, language: Language = .chinese) -> Mapping {
    let names = names(language)
    var values = Mapping()
    values["title"] = .string(title)
    values["agency"] = .string(after.agency)
    values["before"] = side(before, names.before)
    values["after"] = side(after, names.after)
    values["is_same"] = .bool(isSame)
    values["heads"] = .list(
      heads.map { head in
        [
          "part": .string(head.part.rawValue), "name": .string(head.part.text(in: language)),
          "before": .string(head.before), "after": .string(head.after),
        ]
      })
    values["tables"] = .list(after.definition.tables.map { table($0, all: all) })
    values["prose"] = .list(prose.map { Self.prose($0, all: all, language) })
    return values
  }

  /// The title of a document that holds the comparison.
  private var title: String {
    let names = names(.chinese)
    return before.year == after.year
      ? "\(after.agency)\(after.year)年政府信息公开工作年度报告修改前后对照"
      : "\(after.agency)政府信息公开工作年度报告\(names.before)与\(names.after)对照"
  }

  private func side(_ report: Report, _ name: String) -> Value {
    [
      "name": .string(name), "agency": .string(report.agency), "year": .int(report.year),
      "title": .string(report.title), "edition": .string(report.definition.edition),
    ]
  }

  private func table(_ table: FormTable, all: Bool) -> Value {
    let own = figures.filter { $0.cell.table == table.id }
    let shown = own.filter { all || $0.isChanged }
    return [
      "id": .string(table.id),
      "heading": .string(after.definition.sections.first { $0.table == table.id }?.heading ?? table.id),
      "figures": .list(shown.map(Self.figure)), "unchanged": .int(own.count - shown.count),
    ]
  }

  private static func figure(_ change: FigureChange) -> Value {
    [
      "path": .string(change.cell.path),
      "row": .string(change.cell.rowLabels.joined(separator: "／")),
      "column": .string(change.cell.columnLabel),
      "unit": change.cell.unit.map { .string($0) } ?? .none,
      "before": text(change.before?.text), "after": text(change.after?.text),
      "change": text(change.change.map { signed($0.text) }),
      "percent": text(change.percent.map { signed($0.text) + "%" }),
      "is_changed": .bool(change.isChanged),
    ]
  }

  private static func prose(_ prose: ProseComparison, all: Bool, _ language: Language) -> Value {
    let shown = prose.paragraphs.filter { all || $0.kind != .same }
    return [
      "section": .string(prose.section),
      "heading": .string(prose.heading ?? (language == .chinese ? "开头" : "opening")),
      "is_changed": .bool(prose.isChanged), "paragraphs": .list(shown.map(paragraph)),
      "unchanged": .int(prose.paragraphs.count - shown.count),
    ]
  }

  private static func paragraph(_ paragraph: ParagraphChange) -> Value {
    [
      "kind": .string(paragraph.kind.rawValue),
      "before": paragraph.before.map { .int($0) } ?? .none,
      "after": paragraph.after.map { .int($0) } ?? .none,
      "sentences": .list(
        paragraph.sentences.map { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }),
    ]
  }

  private static func text(_ text: String?) -> Value { text.map { .string($0) } ?? .none }

  /// The number with its sign; none for zero.
  static func signed(_ text: String) -> String {
    let isNothing = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return text.hasPrefix("-") || isNothing ? text : "+" + text
  }
}

extension HeadChange.Part {
  /// The part in words.
  func text(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .title: "标题"
    case .agency: "机关"
    case .year: "年度"
    case .date: "成文日期"
    case .edition: "版本"
    }
  }
}
