import DataFiles
import Diagnostics

/// Reads a report and collects everything wrong with it.
struct ReportReader {
  let definition: FormDefinition
  var nodes: NodeReader
  var source: ReportSource
  var figures: [Figure]

  private static let keys = [
    "form", "edition", "agency", "year", "title", "date", "opening", "sections", "tables", "signature",
    "layout", "accept",
  ]

  init(file: String?, definition: FormDefinition) {
    self.definition = definition
    nodes = NodeReader(file: file)
    source = ReportSource(file: file)
    figures = Array(repeating: .blank, count: definition.cells.count)
  }

  /// The report; nil if a part of it can't be told.
  mutating func read(_ root: DataNode) -> Report? {
    guard let entries = nodes.mapping(root, "", allowed: Self.keys) else { return nil }
    for (key, entry) in entries { source.note(key, entry.value.position) }
    checkForm(entries, root)
    let agency = nodes.requiredLine(entries, "agency", in: root)
    let year = year(entries["year"], in: root)
    var title = agency.flatMap { agency in year.map { definition.title(agency: agency, year: $0) } }
    var titleLines: [String] = []
    if let entry = entries["title"], !entry.value.isNull {
      titleLines = self.titleLines(entry.value)
      title = titleLines.isEmpty ? nil : titleLines.joined()
      if titleLines.count == 1 { titleLines = [] }
    }
    let date = date(entries["date"], in: root)
    let opening = entries["opening"].map { paragraphs($0.value, "opening") }
    if opening == nil { nodes.report(.missing("opening"), at: root.position) }
    let sections = sections(entries["sections"], in: root)
    tables(entries["tables"], in: root)
    let signature = signature(entries["signature"])
    let layout = layout(entries["layout"])
    guard let agency, let year, let title, let date else { return nil }
    return Report(
      definition: definition, agency: agency, year: year, title: title, titleLines: titleLines,
      date: date, opening: opening ?? [], sections: sections, signature: signature, layout: layout,
      accepted: entries["accept"]?.value, figures: figures,
      source: source)
  }

  private mutating func checkForm(_ entries: [String: DataNode.Entry], _ root: DataNode) {
    if let form = nodes.requiredLine(entries, "form", in: root), form != definition.form,
      let entry = entries["form"]
    {
      nodes.report(.unknownForm(form, expected: definition.form), at: entry.value.position)
    }
    guard let entry = entries["edition"] else {
      nodes.report(.missing("edition"), at: root.position)
      return
    }
    if entry.value.editionName != definition.edition {
      nodes.report(
        .wrongEdition(entry.value.editionName ?? "?", expected: definition.edition), at: entry.value.position)
    }
  }

  private mutating func year(_ entry: DataNode.Entry?, in root: DataNode) -> Int? {
    guard let entry else {
      nodes.report(.missing("year"), at: root.position)
      return nil
    }
    guard case .integer(let year) = entry.value.scalar, (1900...2999).contains(year) else {
      nodes.report(.yearExpected("year"), at: entry.value.position)
      return nil
    }
    return year
  }

  private mutating func date(_ entry: DataNode.Entry?, in root: DataNode) -> CalendarDate? {
    guard let entry else {
      nodes.report(.missing("date"), at: root.position)
      return nil
    }
    switch entry.value.scalar {
    case .date(let date): return date
    case .string(let text):
      if let date = CalendarDate(text) { return date }
    default: break
    }
    nodes.report(.dateExpected("date"), at: entry.value.position)
    return nil
  }

  // MARK: Text

  /// The title's lines: a text, with a line break where its author wants one, or a list of lines.
  private mutating func titleLines(_ node: DataNode) -> [String] {
    if let items = node.items {
      if items.isEmpty { nodes.report(.empty("title"), at: node.position) }
      return items.enumerated().compactMap { nodes.line($0.element, "title[\($0.offset)]") }
    }
    guard let text = node.text, text.utf8.contains(0x0A) else {
      return nodes.line(node, "title").map { [$0] } ?? []
    }
    return text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { String(Substring($0)) }
  }

  private mutating func sections(_ entry: DataNode.Entry?, in root: DataNode) -> [String: [String]] {
    guard let entry else {
      nodes.report(.missing("sections"), at: root.position)
      return [:]
    }
    let ids = definition.proseSections.map(\.id)
    guard let fields = nodes.mapping(entry.value, "sections", allowed: ids) else { return [:] }
    var sections: [String: [String]] = [:]
    for section in definition.proseSections {
      if let field = fields[section.id] {
        sections[section.id] = paragraphs(field.value, "sections.\(section.id)")
      } else {
        nodes.report(
          .missingSection("sections.\(section.id)", heading: section.heading), at: entry.value.position)
      }
    }
    return sections
  }

  /// Paragraphs: a list of texts, or one text with a paragraph a line; empty lines do not count.
  private mutating func paragraphs(_ node: DataNode, _ path: String) -> [String] {
    var paragraphs: [String] = []
    if let items = node.items {
      for item in items {
        if let text = item.text {
          add(text, at: item.position, to: &paragraphs, path)
        } else {
          nodes.report(item.isNull ? .empty(path) : .textExpected(path), at: item.position)
        }
      }
    } else if let text = node.text {
      add(text, at: node.position, to: &paragraphs, path)
    } else {
      nodes.report(node.isNull ? .empty(path) : .paragraphsExpected(path), at: node.position)
    }
    return paragraphs
  }

  private mutating func add(
    _ text: String, at position: Position, to paragraphs: inout [String], _ path: String
  ) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      source.note("\(path)[\(paragraphs.count)]", position)
      paragraphs.append(String(Substring(line)))
    }
  }
}
