import Forms
import TemplateLanguage

/// What the overview says of applications for disclosure.
struct ApplicationClaims {
  let claims: [Claim<ApplicationTopic>]

  init(in subject: Subject) {
    let year = subject.report.year
    let agency = Agency(subject.report.agency)
    var claims: [Claim<ApplicationTopic>] = []
    for paragraph in subject.sections["overview"] ?? [] {
      for sentence in paragraph.sentences {
        guard sentence.text.mentions("申请") || paragraph.isAboutApplications else { continue }
        for quantity in sentence.quantities where quantity.isCount && quantity.precision != .vague {
          guard let topic = ApplicationTopic(quantity, in: sentence, year: year, agency: agency),
            topic == .carriedIn || topic == .carriedOut
              || !Comparison.isOfAnotherYear(quantity, in: sentence, year: year)
          else { continue }
          claims.append(Claim(topic: topic, paragraph: paragraph, sentence: sentence, quantity: quantity))
        }
        if Self.saysNone(sentence, agency: agency, year: year) {
          claims.append(Claim(topic: .new, paragraph: paragraph, sentence: sentence, quantity: nil))
        }
      }
    }
    self.claims = claims
  }

  /// 未收到政府信息公开申请, by whatever way and whoever.
  private static func saysNone(_ sentence: Sentence, agency: Agency, year: Int) -> Bool {
    guard !sentence.years.contains(where: { $0.year != year }) else { return false }
    for clause in sentence.clauses {
      guard
        let index = ["未收到", "没有收到", "未接到", "未接收到", "未受理"].lazy.compactMap({ clause.firstIndex(of: $0) }).first
      else { continue }
      let behind = Array(clause[index...])
      guard behind.mentions("申请"), behind.mentions(anyOf: ["公开", "信息"]),
        !agency.isOther(in: Array(clause[..<index]))
      else { continue }
      if behind.mentions(anyOf: ["复议", "诉讼", "投诉", "举报", "许可", "收费", "补正", "逾期", "季度", "月"]) { continue }
      let isAnyForm = behind.mentions("其他形式") || behind.mentions("任何")
      if behind.mentions(anyOf: ["信函", "当面", "传真", "邮", "网络", "线", "现场", "书面", "口头", "窗口"]), !isAnyForm {
        continue
      }
      let isPartOfApplicants =
        behind.mentions(anyOf: ["法人", "组织", "企业"]) != behind.mentions(anyOf: ["公民", "自然人", "个人", "群众"])
      if isPartOfApplicants { continue }
      return true
    }
    return false
  }
}

/// The figures of the applicant matrix for each topic.
struct ApplicationFigures {
  /// The figure that the topic's name stands for, and the cells whose sum it is.
  struct Figure {
    var cells: [FormCell]
    var number: Decimal
  }

  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// The topic's own figure; nil if the form has none, or a cell is blank.
  func figure(_ topic: ApplicationTopic) -> Figure? {
    switch topic {
    case .new, .handled: sum(["new"], ["total"])
    case .carriedIn: sum(["carried_in"], ["total"])
    case .carriedOut: sum(["carried_out"], ["total"])
    case .results: sum(["results.total"], ["total"])
    case .granted: sum(["results.granted"], ["total"])
    case .partlyGranted: sum(["results.partly_granted"], ["total"])
    case .grantedOrPartly: sum(["results.granted", "results.partly_granted"], ["total"])
    case .refused: sum(["results.refused"], ["total"])
    case .notAvailable: sum(["results.not_available"], ["total"])
    case .notProcessed: sum(["results.not_processed"], ["total"])
    case .other: sum(["results.other"], ["total"])
    case .natural: sum(["new"], ["natural"])
    case .organisations: sum(["new"], Self.organisations)
    }
  }

  /// Every figure that the prose may mean by the topic.
  func allowed(_ topic: ApplicationTopic) -> [Decimal] {
    guard let own = figure(topic)?.number else { return [] }
    let carriedIn = figure(.carriedIn)?.number ?? 0
    let results = figure(.results)?.number
    switch topic {
    case .new: return [own, own + carriedIn]
    case .handled: return [own, own + carriedIn] + (results.map { [$0] } ?? [])
    case .results:
      let other = figure(.other)?.number ?? 0
      let left = figure(.notProcessed)?.number ?? 0
      let single = rows("results.other").compactMap { report[$0].number }
      let intake = figure(.new)?.number ?? own
      return [own, own - other, own - left, own - other - left, intake, intake + carriedIn]
        + single.map { own - $0 }
    case .natural:
      return [own] + [["new", "carried_in"], ["results.total"]].compactMap { sum($0, ["natural"])?.number }
    case .organisations:
      return [own]
        + [["new", "carried_in"], ["results.total"]].compactMap { sum($0, Self.organisations)?.number }
    default: return [own]
    }
  }

  /// Every total of which a share may be given.
  var denominators: [Decimal] {
    var figures = ApplicationTopic.allCases.flatMap(allowed)
    for path in ["new", "carried_in", "carried_out", "results"] {
      for cell in report.definition.cells where cell.path.hasPrefix("applications.\(path).") {
        if let number = report[cell].number { figures.append(number) }
      }
    }
    return figures
  }

  private static let organisations = ["business", "research", "welfare", "legal", "other"]

  private func sum(_ rows: [String], _ columns: [String]) -> Figure? {
    var figure = Figure(cells: [], number: 0)
    for row in rows {
      let cells = columns.flatMap { column in self.rows(row, column) }
      guard !cells.isEmpty else { return nil }
      for cell in cells {
        guard let number = report[cell].number else { return nil }
        figure.cells.append(cell)
        figure.number = figure.number + number
      }
    }
    return figure
  }

  /// The cells of a row, or of the rows of a group, in one column.
  private func rows(_ path: String, _ column: String = "total") -> [FormCell] {
    if let cell = report.definition.cell("applications.\(path).\(column)") { return [cell] }
    let prefix = "applications.\(path)."
    return report.definition.cells.filter {
      $0.column == column && !$0.isRowSum && $0.path.hasPrefix(prefix)
    }
  }
}
