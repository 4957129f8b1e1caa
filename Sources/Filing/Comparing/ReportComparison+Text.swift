public import Diagnostics
import Forms
import TemplateLanguage

extension ReportComparison {
  /// The comparison as lines of text: figures as `first → second (change, per cent)`, and changed paragraphs with `-`
  /// before what was removed and `+` before what was added.
  ///
  /// - Parameter all: whether figures and paragraphs that are the same are among them.
  public func text(all: Bool, in language: Language) -> String {
    var writer = ComparisonText(language: language, all: all)
    writer.write(self)
    return writer.text
  }
}

private struct ComparisonText {
  let language: Language
  let all: Bool
  private(set) var text = ""

  init(language: Language, all: Bool) {
    self.language = language
    self.all = all
  }

  private var isChinese: Bool { language == .chinese }
  private var colon: String { isChinese ? "：" : ": " }

  private mutating func line(_ content: String) { text += content + "\n" }

  mutating func write(_ comparison: ReportComparison) {
    let names = comparison.names(language)
    line("\(comparison.after.agency)\(isChinese ? "，" : ", ")\(names.before) → \(names.after)")
    if comparison.isSame, !all { line(isChinese ? "没有不同" : "no difference") }
    for head in comparison.heads {
      line("\(head.part.text(in: language))\(colon)\(head.before) → \(head.after)")
    }
    for table in comparison.after.definition.tables {
      let heading = comparison.after.definition.sections.first { $0.table == table.id }?.heading ?? table.id
      figures(comparison.figures.filter { $0.cell.table == table.id }, heading)
    }
    for prose in comparison.prose { self.prose(prose) }
  }

  private mutating func figures(_ figures: [FigureChange], _ heading: String) {
    let shown = figures.filter { all || $0.isChanged }
    guard !shown.isEmpty else { return }
    line("")
    line(heading)
    for change in shown {
      let none = isChinese ? "无" : "none"
      let both = "\(change.before?.text ?? none) → \(change.after?.text ?? none)"
      let label = "\(change.cell.rowLabels.joined(separator: "／")) \(change.cell.columnLabel)"
      line("  \(label)\(colon)\(both)\(difference(change))")
    }
    if shown.count < figures.count {
      let rest = figures.count - shown.count
      line(isChinese ? "  其余 \(rest) 个数没有变化" : "  \(rest) other figures are the same")
    }
  }

  private func difference(_ change: FigureChange) -> String {
    guard change.isChanged, let difference = change.change else { return "" }
    let percent =
      change.percent.map { (isChinese ? "，" : ", ") + ReportComparison.signed($0.text) + "%" } ?? ""
    let words = ReportComparison.signed(difference.text) + percent
    return isChinese ? "（\(words)）" : " (\(words))"
  }

  private mutating func prose(_ prose: ProseComparison) {
    let shown = prose.paragraphs.filter { all || $0.kind != .same }
    guard !shown.isEmpty else { return }
    line("")
    line(prose.heading ?? (isChinese ? "开头" : "opening"))
    for paragraph in shown {
      line("  " + name(paragraph))
      for sentence in paragraph.sentences {
        switch sentence.kind {
        case .added: line("  + \(sentence.text)")
        case .removed: line("  - \(sentence.text)")
        case .same, .changed: if all { line("    \(sentence.text)") }
        }
      }
    }
  }

  private func name(_ paragraph: ParagraphChange) -> String {
    let number = paragraph.after ?? paragraph.before ?? 0
    let words =
      switch (paragraph.kind, isChinese) {
      case (.same, true): "没有变化"
      case (.same, false): "the same"
      case (.added, true): "增加"
      case (.added, false): "added"
      case (.removed, true): "删去"
      case (.removed, false): "removed"
      case (.changed, true): "修改"
      case (.changed, false): "changed"
      }
    return isChinese ? "第\(number)段，\(words)：" : "paragraph \(number), \(words):"
  }
}
