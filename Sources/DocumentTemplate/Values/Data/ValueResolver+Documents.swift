import Diagnostics
import OfficeDocument
import TemplateLanguage

extension ValueResolver {
  /// A document from a file beside the data, or made of blocks.
  mutating func document(_ mapping: Mapping) -> SubDocument? {
    let key = ValueKind.document.rawValue
    if case .list(let blocks)? = mapping[key] {
      return within(key) { resolver in SubDocument(resolver.blocks(blocks)) }
    }
    guard let name = text(mapping, key, required: true) else { return nil }
    var styles = SubDocument.Styles.template
    if let word = text(mapping, "styles") {
      guard let known = SubDocument.Styles(rawValue: word) else {
        let near = Suggestion.nearest(to: word, in: SubDocument.Styles.allCases.map(\.rawValue))
        within("styles") { $0.report(.unknownWord(word, near: near)) }
        return nil
      }
      styles = known
    }
    return within(key) { $0.load(document: name, styles) }
  }

  /// Reads a document once, however often the data name it.
  private mutating func load(document name: String, _ styles: SubDocument.Styles) -> SubDocument? {
    let known = "\(styles.rawValue) \(name)"
    if let document = documents[known] { return document }
    guard let bytes = file(name) else { return nil }
    do throws(OfficeError) {
      let document = try SubDocument(try OfficePackage(bytes), styles: styles)
      documents[known] = document
      return document
    } catch {
      report(.unusableDocument(name, error))
      return nil
    }
  }

  private mutating func blocks(_ items: [Value]) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    for (index, item) in items.enumerated() {
      path.append(.index(index))
      if let block = block(item) { blocks.append(block) }
      path.removeLast()
    }
    return blocks
  }

  private mutating func block(_ item: Value) -> DocumentBlock? {
    guard case .mapping(let mapping) = item else { return paragraph(item, nil).map { .paragraph($0) } }
    for kind in [ValueKind.picture, .pageBreak, .document] where mapping[kind.rawValue] != nil {
      guard case .object(let object)? = make(kind, mapping) else { return nil }
      switch object {
      case let picture as Picture: return .picture(picture)
      case let document as SubDocument: return .document(document)
      default: return .pageBreak
      }
    }
    if mapping["heading"] != nil { return heading(mapping) }
    if mapping["list"] != nil { return list(mapping) }
    if mapping["table"] != nil { return table(mapping) }
    return paragraph(item, nil).map { .paragraph($0) }
  }

  private mutating func allow(_ keys: [String], in mapping: Mapping) {
    for key in mapping.keys where !keys.contains(key.printed) { unknown(key.printed, among: keys) }
  }

  private mutating func heading(_ mapping: Mapping) -> DocumentBlock? {
    allow(BlockKeys.heading, in: mapping)
    let level = integer(mapping, "level", in: 0...9) ?? 1
    return within("heading") { resolver in
      resolver.content(mapping["heading"] ?? .none).map { .heading($0, level: level) }
    }
  }

  /// A text, a stretch, or a list of stretches.
  private mutating func content(_ value: Value) -> RichText? {
    if case .list(let items) = value {
      var runs: [RichText.Run] = []
      for (index, item) in items.enumerated() {
        path.append(.index(index))
        if let run = run(item) { runs.append(run) }
        path.removeLast()
      }
      return RichText(runs)
    }
    return run(value).map { RichText([$0]) }
  }

  private mutating func elements(_ mapping: Mapping, _ key: String) -> [Value]? {
    if case .list(let items)? = mapping[key] { return items }
    within(key) { $0.report(.wrongValue(key, wanted: ("列表", "a list"))) }
    return nil
  }

  private mutating func list(_ mapping: Mapping) -> DocumentBlock? {
    allow(BlockKeys.list, in: mapping)
    var marks = DocumentList.Marks.bullets
    if let word = text(mapping, "marks") {
      if let known = DocumentList.Marks(rawValue: word) {
        marks = known
      } else {
        let near = Suggestion.nearest(to: word, in: DocumentList.Marks.allCases.map(\.rawValue))
        within("marks") { $0.report(.unknownWord(word, near: near)) }
      }
    }
    guard let items = elements(mapping, "list") else { return nil }
    return within("list") { resolver in
      var made: [DocumentList.Item] = []
      for (index, item) in items.enumerated() {
        resolver.path.append(.index(index))
        if let one = resolver.item(item) { made.append(one) }
        resolver.path.removeLast()
      }
      return .list(DocumentList(made, marks: marks))
    }
  }

  /// An item: a text or a stretch, which may say its level; or stretches under `runs`.
  private mutating func item(_ value: Value) -> DocumentList.Item? {
    guard case .mapping(var mapping) = value else {
      return content(value).map { DocumentList.Item($0) }
    }
    let level = integer(mapping, "level", in: 0...8) ?? 0
    if let runs = mapping["runs"] {
      allow(BlockKeys.item, in: mapping)
      return within("runs") { $0.content(runs) }.map { DocumentList.Item($0, level: level) }
    }
    mapping["level"] = nil
    return content(.mapping(mapping)).map { DocumentList.Item($0, level: level) }
  }

  private mutating func table(_ mapping: Mapping) -> DocumentBlock? {
    allow(BlockKeys.table, in: mapping)
    guard let rows = elements(mapping, "table") else { return nil }
    var cells: [[DocumentTable.Cell]] = []
    path.append(.key("table"))
    for (number, row) in rows.enumerated() {
      path.append(.index(number))
      if case .list(let items) = row {
        cells.append(self.cells(items))
      } else {
        report(.wrongValue("table", wanted: ("由行组成的列表，每行是单元格的列表", "a list of rows, each a list of cells")))
      }
      path.removeLast()
    }
    path.removeLast()
    var table = DocumentTable(cells)
    table.style = text(mapping, "style")
    table.headerRows = integer(mapping, "header_rows", in: 0...1_000) ?? 0
    if case .list(let shares)? = mapping["proportions"] {
      table.proportions = shares.compactMap { Double($0.printed) }
      if table.proportions.count != shares.count || table.proportions.contains(where: { $0 <= 0 }) {
        within("proportions") {
          $0.report(.wrongValue("proportions", wanted: ("大于零的数的列表", "a list of numbers greater than zero")))
        }
      }
    }
    return .table(table)
  }

  private mutating func cells(_ items: [Value]) -> [DocumentTable.Cell] {
    var cells: [DocumentTable.Cell] = []
    for (index, item) in items.enumerated() {
      path.append(.index(index))
      if let cell = cell(item) { cells.append(cell) }
      path.removeLast()
    }
    return cells
  }

  /// A cell: a paragraph, a list of paragraphs, or a mapping of `paragraphs` and `span`; none for an empty one.
  private mutating func cell(_ value: Value) -> DocumentTable.Cell? {
    switch value {
    case .none: return DocumentTable.Cell([])
    case .list(let items): return DocumentTable.Cell(paragraphs(items))
    case .mapping(let mapping) where mapping["paragraphs"] != nil || mapping["span"] != nil:
      allow(BlockKeys.cell, in: mapping)
      let span = integer(mapping, "span", in: 1...63) ?? 1
      guard let content = mapping["paragraphs"] else { return DocumentTable.Cell([], span: span) }
      return within("paragraphs") { resolver in
        if case .list(let items) = content {
          return DocumentTable.Cell(resolver.paragraphs(items), span: span)
        }
        return resolver.paragraph(content, nil).map { DocumentTable.Cell([$0], span: span) }
      }
    default: return paragraph(value, nil).map { DocumentTable.Cell([$0]) }
    }
  }

  private mutating func paragraphs(_ items: [Value]) -> [RichTextParagraph] {
    var paragraphs: [RichTextParagraph] = []
    for (index, item) in items.enumerated() {
      path.append(.index(index))
      if let one = paragraph(item, nil) { paragraphs.append(one) }
      path.removeLast()
    }
    return paragraphs
  }
}
