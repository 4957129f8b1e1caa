import DataFiles

/// Writes a report file from a draft, in the order of the form.
struct ReportFileWriter {
  let draft: ReportDraft
  let comments: Bool
  private(set) var text = ""

  init(draft: ReportDraft, comments: Bool) {
    self.draft = draft
    self.comments = comments
  }

  private var definition: FormDefinition { draft.definition }

  mutating func write() {
    header()
    opening()
    sections()
    line("")
    line("tables:")
    for table in definition.tables { self.table(table) }
    signature()
    layout()
    if let accepted = draft.accepted {
      line("")
      line("accept:" + YAMLNode.text(accepted, indent: "  "))
    }
  }

  // MARK: Lines

  mutating func line(_ content: String) { text += content + "\n" }

  /// A comment on a line of its own, where comments are asked for.
  mutating func comment(_ words: String, indent: String = "") {
    if comments { line("\(indent)# \(words)") }
  }

  mutating func remarks(_ path: String, indent: String) {
    for remark in draft.remarks[path] ?? [] { line("\(indent)# \(remark)") }
  }

  // MARK: Header

  private mutating func header() {
    if comments {
      comment("\(definition.name.chinese)（\(definition.basis)）。# 后面的文字是说明，不进入报告；~ 或空着的地方都要填。")
    }
    let usual = draft.agency.flatMap { agency in
      draft.year.map { definition.title(agency: agency, year: $0) }
    }
    var entries: [(key: String, value: String, note: String)] = [
      ("form", definition.form, "表的种类"),
      ("edition", YAMLScalar.text(definition.edition), "版本"),
      ("agency", draft.agency.map(YAMLScalar.text) ?? "", "发文机关全称，也是落款"),
      ("year", draft.year.map(String.init) ?? "", "报告年度"),
    ]
    if !draft.titleLines.isEmpty {
      let lines = draft.titleLines.map(YAMLScalar.text).joined(separator: ", ")
      entries.append(("title", "[\(lines)]", "标题，在此换行"))
    } else if let title = draft.title {
      entries.append(("title", YAMLScalar.text(title), "标题"))
    }
    entries.append(("date", draft.date?.description ?? "", "成文日期，写成 2022-01-07 的样子"))
    for entry in entries {
      remarks(entry.key, indent: "")
      let start = "\(entry.key):" + (entry.value.isEmpty ? "" : " \(entry.value)")
      line(comments ? "\(start)   # \(entry.note)" : start)
      if entry.key == "year", draft.title == nil, draft.titleLines.isEmpty, comments {
        comment("title:   # 标题；不写则为“\(usual ?? "机关全称＋年度＋年政府信息公开工作年度报告")”")
      }
    }
  }

  // MARK: Text

  private mutating func opening() {
    line("")
    comment("标题与“\(definition.sections.first?.heading ?? "")”之间的文字，一段一项")
    remarks("opening", indent: "")
    paragraphs("opening", draft.opening, indent: "")
  }

  private mutating func sections() {
    line("")
    line("sections:")
    for section in definition.proseSections {
      comment(section.heading + (section.note.map { "：\($0)" } ?? ""), indent: "  ")
      remarks("sections.\(section.id)", indent: "  ")
      let paragraphs = draft.sections[section.id] ?? Array(repeating: nil, count: max(1, section.parts.count))
      self.paragraphs(section.id, paragraphs, parts: section.parts, indent: "  ")
    }
  }

  /// - Parameter parts: what the paragraphs are to speak of, where there are as many.
  private mutating func paragraphs(
    _ key: String, _ paragraphs: [String?], parts: [String] = [], indent: String
  ) {
    guard !paragraphs.isEmpty else { return line("\(indent)\(key): []") }
    line("\(indent)\(key):")
    for (index, paragraph) in paragraphs.enumerated() {
      if let paragraph {
        line("\(indent)  - " + YAMLScalar.text(paragraph))
      } else {
        let part = comments && parts.count == paragraphs.count ? "   # \(parts[index])" : ""
        line("\(indent)  -\(part)")
      }
    }
  }
}
