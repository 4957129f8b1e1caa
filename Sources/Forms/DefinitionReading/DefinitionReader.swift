import DataFiles
import Diagnostics

/// Reads a form definition from a tree and collects everything wrong with it.
struct DefinitionReader {
  var nodes: NodeReader
  var cells: [FormCell] = []

  /// Names that templates use for something else than a table.
  static let reserved = [
    "form", "edition", "agency", "year", "title", "date", "opening", "sections", "signature",
    "layout",
  ]

  init(file: String) {
    nodes = NodeReader(file: file)
  }

  /// The definition; nil if it is too broken to be made.
  mutating func read(_ root: DataNode, edition: String) -> FormDefinition? {
    let keys = [
      "form", "edition", "extends", "name", "basis", "years", "title", "opening", "sections", "tables",
      "rules", "keeps_spacing", "key_figures",
    ]
    guard let entries = nodes.mapping(root, "", allowed: keys) else { return nil }
    let header = header(entries, root, edition: edition)
    let tables = tables(entries["tables"], root)
    let sections = sections(entries["sections"], root, tables: tables)
    let rules = rules(entries["rules"], tables: tables)
    return FormDefinition(
      header: header, sections: sections, tables: tables, cells: cells, rules: rules,
      keyFigures: keyFigures(entries["key_figures"]))
  }

  private mutating func header(
    _ entries: [String: DataNode.Entry], _ root: DataNode, edition: String
  ) -> FormDefinition.Header {
    var header = FormDefinition.Header()
    header.form = nodes.requiredLine(entries, "form", in: root) ?? ""
    header.edition = nodes.requiredLine(entries, "edition", in: root) ?? ""
    if header.edition != edition, !header.edition.isEmpty, let entry = entries["edition"] {
      nodes.report(.wrongFolder(edition), at: entry.value.position)
    }
    header.basis = nodes.requiredLine(entries, "basis", in: root) ?? ""
    header.titlePattern = nodes.requiredLine(entries, "title", in: root) ?? ""
    header.openingPatterns = lines(entries["opening"], "opening")
    header.name = localized(entries["name"], "name", in: root)
    header.years = years(entries["years"], in: root)
    if let entry = entries["keeps_spacing"] {
      if case .bool(let keeps) = entry.value.scalar {
        header.keepsSpacing = keeps
      } else {
        nodes.report(.flagExpected("keeps_spacing"), at: entry.value.position)
      }
    }
    return header
  }

  mutating func localized(_ entry: DataNode.Entry?, _ path: String, in parent: DataNode) -> LocalizedText {
    guard let entry else {
      nodes.report(.missing(path), at: parent.position)
      return LocalizedText(chinese: "", english: "")
    }
    guard let texts = nodes.mapping(entry.value, path, allowed: ["zh", "en"]) else {
      return LocalizedText(chinese: "", english: "")
    }
    return LocalizedText(
      chinese: nodes.requiredLine(texts, "zh", in: entry.value, path: path + ".") ?? "",
      english: nodes.requiredLine(texts, "en", in: entry.value, path: path + ".") ?? "")
  }

  private mutating func years(_ entry: DataNode.Entry?, in parent: DataNode) -> FormYears {
    guard let entry else {
      nodes.report(.missing("years"), at: parent.position)
      return FormYears(first: 0, last: nil)
    }
    guard let bounds = nodes.mapping(entry.value, "years", allowed: ["from", "to"]) else {
      return FormYears(first: 0, last: nil)
    }
    let first = bounds["from"].flatMap { year($0, "years.from") }
    if bounds["from"] == nil { nodes.report(.missing("years.from"), at: entry.value.position) }
    return FormYears(first: first ?? 0, last: bounds["to"].flatMap { year($0, "years.to") })
  }

  private mutating func year(_ entry: DataNode.Entry, _ path: String) -> Int? {
    guard case .integer(let year) = entry.value.scalar, (1900...2999).contains(year) else {
      nodes.report(.yearExpected(path), at: entry.value.position)
      return nil
    }
    return year
  }

  // MARK: Sections

  private mutating func sections(
    _ entry: DataNode.Entry?, _ root: DataNode, tables: [FormTable]
  ) -> [FormSection] {
    guard let entry else {
      nodes.report(.missing("sections"), at: root.position)
      return []
    }
    var sections: [FormSection] = []
    var shown: Set<String> = []
    for (index, item) in nodes.list(entry.value, "sections").enumerated() {
      let path = "sections[\(index)]"
      guard
        let fields = nodes.mapping(item, path, allowed: ["id", "heading", "also", "parts", "note", "table"])
      else {
        continue
      }
      let table = fields["table"].flatMap { nodes.line($0.value, path + ".table") }
      if let table {
        shown.insert(table)
        if !tables.contains(where: { $0.id == table }) {
          nodes.report(
            .unknownReference(table, known: tables.map(\.id)),
            at: fields["table"]?.value.position ?? item.position)
        }
      }
      guard let id = id(fields, in: item, path: path) else { continue }
      if sections.contains(where: { $0.id == id }) { nodes.report(.idTwice(id), at: item.position) }
      sections.append(
        FormSection(
          id: id, heading: nodes.requiredLine(fields, "heading", in: item, path: path + ".") ?? "",
          otherHeadings: lines(fields["also"], path + ".also"),
          parts: lines(fields["parts"], path + ".parts"),
          note: fields["note"].flatMap { nodes.line($0.value, path + ".note") },
          table: table))
    }
    for table in tables where !shown.contains(table.id) {
      nodes.report(.tableWithoutSection(table.id), at: entry.value.position)
    }
    return sections
  }

  // MARK: Parts

  /// A list of texts that may be missing.
  mutating func lines(_ entry: DataNode.Entry?, _ path: String) -> [String] {
    guard let entry else { return [] }
    var lines: [String] = []
    for item in nodes.list(entry.value, path) {
      if let line = nodes.line(item, path) { lines.append(line) }
    }
    return lines
  }

  /// The id of something that must have one.
  mutating func id(_ fields: [String: DataNode.Entry], in item: DataNode, path: String) -> String? {
    guard let id = nodes.requiredLine(fields, "id", in: item, path: path + ".") else { return nil }
    return checked(id, at: fields["id"]?.value.position ?? item.position)
  }

  /// The id, if it is made of lower-case letters, digits and `_`, with a letter first.
  mutating func checked(_ id: String, at position: Position) -> String? {
    let isWord = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard isWord, let first = id.utf8.first, (0x61...0x7A).contains(first) else {
      nodes.report(.badId(id), at: position)
      return nil
    }
    return id
  }
}
