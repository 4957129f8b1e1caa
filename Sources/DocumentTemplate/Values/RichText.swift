public import TemplateLanguage

/// Text in which stretches have formatting of their own.
///
/// `{{ x }}` prints it inside the text around it, whose formatting it keeps where it has none of its own;
/// `{{r x }}` prints it in the place of the run, with its own formatting alone; `{{p x }}` as a paragraph.
/// In its text `\n` is a line break, `\t` a tab, `\u{7}` a new paragraph, `\u{C}` a page break.
///
/// ```swift
/// var note = RichText("须经", TextFormat())
/// note.add("书面", TextFormat(bold: true))
/// note.add("申请", link: "https://www.example.cn/apply")
/// let data: Mapping = ["note": .object(note)]
/// ```
public struct RichText: Sendable, Hashable {
  /// A stretch with one formatting.
  public struct Run: Sendable, Hashable {
    public var text: String
    public var format: TextFormat
    /// Where a click leads to.
    public var link: Link?

    /// Makes a stretch.
    public init(_ text: String, _ format: TextFormat = TextFormat(), link: Link? = nil) {
      self.text = text
      self.format = format
      self.link = link
    }
  }

  /// The stretches in order.
  public var runs: [Run]

  /// Makes a text of stretches.
  public init(_ runs: [Run] = []) { self.runs = runs }

  /// Makes a text of one stretch.
  public init(_ text: String, _ format: TextFormat = TextFormat()) {
    runs = [Run(text, format)]
  }

  /// Adds a stretch; `link` is an address.
  public mutating func add(_ text: String, _ format: TextFormat = TextFormat(), link: String? = nil) {
    runs.append(Run(text, format, link: link.map { .address($0) }))
  }

  /// Adds another text.
  public mutating func add(_ other: RichText) { runs += other.runs }

  /// The text without formatting.
  public var plainText: String { runs.map(\.text).joined() }
}

extension RichText: TemplateObject {
  /// `rich text`
  public var typeName: String { "rich text" }
  /// `富文本`
  public var chineseTypeName: String { "富文本" }
  /// Whether there is any text.
  public var isTrue: Bool { runs.contains { !$0.text.isEmpty } }
  /// The text without formatting.
  public var text: String? { plainText }
}

extension RichText: MarkupObject {
  func level(at site: Site) -> Level { .runs }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let runs = RunWriter(writer.around, keepsFormatting: !writer.site.replacesRun)
    for run in self.runs { try runs.write(run, into: &writer) }
  }
}
