import OfficeDocument
import TemplateLanguage

/// A list of a ``SubDocument``.
public struct DocumentList: Sendable {
  /// What stands before the items.
  public enum Marks: String, Sendable, Hashable, CaseIterable {
    /// • on every level.
    case bullets
    /// 1. and below it (1), a.
    case numbers
    /// 一、 and below it （一）, 1., （1）, as official documents count.
    case chinese
  }

  /// An item, and how deep it is: 0 for the outermost.
  public struct Item: Sendable {
    public var content: RichText
    public var level: Int

    /// Makes an item.
    public init(_ content: RichText, level: Int = 0) {
      self.content = content
      self.level = level
    }
  }

  public var items: [Item]
  public var marks: Marks

  /// Makes a list.
  public init(_ items: [Item], marks: Marks = .bullets) {
    self.items = items
    self.marks = marks
  }

  /// Makes a list of plain texts.
  public init(_ texts: [String], marks: Marks = .bullets) {
    self.init(texts.map { Item(RichText($0)) }, marks: marks)
  }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    guard !items.isEmpty else { return }
    guard items.allSatisfy({ (0...8).contains($0.level) }) else { throw ValueError(.unsuitableLevel) }
    switch writer.format {
    case .docx: try writeWord(&writer)
    case .odt: try writeOpenDocument(&writer)
    }
  }

  private func writeWord(_ writer: inout MarkupWriter) throws(ValueError) {
    let changes = writer.changes
    let number = try WordMerger.reading { () throws(OfficeError) in try changes.newList(marks) }
    let prefix = writer.prefix
    let style = try changes.styles.known("List Paragraph", .paragraph).map { (id) throws(ValueError) in
      "<\(prefix)pStyle\(try Markup.attribute("\(prefix)val", id))/>"
    }
    for item in items {
      let properties =
        "<\(prefix)pPr>\(style ?? "")<\(prefix)numPr><\(prefix)ilvl \(prefix)val=\"\(item.level)\"/>"
        + "<\(prefix)numId \(prefix)val=\"\(number)\"/></\(prefix)numPr></\(prefix)pPr>"
      let around = Surroundings(
        paragraph: Wrap("<\(prefix)p>\(properties)", "</\(prefix)p>"), format: .docx, prefix: prefix)
      try write(item, around, into: &writer)
    }
  }

  private func writeOpenDocument(_ writer: inout MarkupWriter) throws(ValueError) {
    let style = writer.changes.name(of: marks.openDocumentStyle, in: writer.entry)
    writer.write("<text:list\(try Markup.attribute("text:style-name", style))>")
    var depth = 0
    var isOpen = false
    for item in items {
      if isOpen, item.level <= depth { writer.write("</text:list-item>") }
      while depth > item.level {
        writer.write("</text:list></text:list-item>")
        depth -= 1
      }
      while depth < item.level {
        // A level that nothing stands on still has an item.
        writer.write(isOpen ? "<text:list>" : "<text:list-item><text:list>")
        isOpen = false
        depth += 1
      }
      writer.write("<text:list-item>")
      isOpen = true
      var around = Surroundings(
        paragraph: Wrap("<text:p>", "</text:p>"), format: .odt, prefix: writer.prefix)
      around.pageBreaks = PageBreakStyles(ofCommon: nil)
      try write(item, around, into: &writer)
    }
    writer.write("</text:list-item>")
    for _ in 0..<depth { writer.write("</text:list></text:list-item>") }
    writer.write("</text:list>")
  }

  private func write(
    _ item: Item, _ around: Surroundings, into writer: inout MarkupWriter
  ) throws(ValueError) {
    let runs = RunWriter(around, keepsFormatting: true)
    writer.write(around.paragraph.before)
    for run in item.content.runs { try runs.write(run, into: &writer) }
    writer.write(around.paragraph.after)
  }
}
