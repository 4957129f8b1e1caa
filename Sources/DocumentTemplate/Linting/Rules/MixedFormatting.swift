import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A tag whose characters are formatted differently; what it prints takes the formatting of its first character.
struct MixedFormatting: LintRule {
  let code = "mixed-formatting"
  let title = (chinese: "标签内格式不一", english: "a tag in more than one formatting")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part -> [LintFinding] in
      var formats = CharacterFormats(part.tree, subject.dialect)
      return part.tags.compactMap { tag in
        guard tag.scanned.kind == .output, let paragraph = tag.text.paragraph else { return nil }
        let stretches = paragraph.text.stretches.filter { $0.range.overlaps(tag.scanned.range) }
        guard let first = stretches.first.map({ formats.format(of: $0.node) }),
          let other = stretches.dropFirst().first(where: { formats.format(of: $0.node) != first })
        else { return nil }
        return LintFinding(said, in: tag.text, other.range.clamped(to: tag.scanned.range))
      }
    }
  }

  private var said: Message {
    message(
      "标签内的格式不一，印出的值用第一个字符的格式",
      "the tag changes its formatting here; what it prints takes that of its first character",
      hint: ("选中整个标签，重新设置一次格式", "select the whole tag and format it anew"))
  }
}

/// The formatting of characters that the eye can see.
struct CharacterFormats {
  private let dialect: Dialect
  private var styles: [String: String] = [:]
  private var known: [Node: String] = [:]

  /// What the eye does not see, or what editors set on parts of a word by themselves.
  private static let invisible: Set<String> = [
    "lang", "noProof", "webHidden", "bCs", "iCs", "szCs", "rsid", "language", "country", "language-asian",
    "country-asian", "language-complex", "country-complex", "hint", "paragraph-rsid", "font-weight-complex",
    "font-style-complex", "font-size-complex", "font-name-complex", "fitText", "specVanish", "rPrChange",
    "ins", "del",
  ]

  init(_ tree: XMLTree, _ dialect: Dialect) {
    self.dialect = dialect
    guard dialect.format == .odt else { return }
    for style in tree.root.firstElement(ODFOffice.automaticStyles)?.elements(ODFStyle.style) ?? [] {
      guard let name = style.attribute(ODFStyle.name) else { continue }
      let properties = style.firstElement(ODFStyle.textProperties).map(Self.visible) ?? ""
      let parent = style.attribute(ODFStyle.parentStyleName) ?? ""
      styles[name] = parent.isEmpty ? properties : "\(parent)+\(properties)"
    }
  }

  /// Text that is equal for equal formatting.
  mutating func format(of text: Node) -> String {
    guard let holder = text.parent else { return "" }
    if let format = known[holder] { return format }
    let format = dialect.format == .docx ? wordFormat(holder) : openDocumentFormat(holder)
    known[holder] = format
    return format
  }

  private func wordFormat(_ holder: Node) -> String {
    holder.ancestor(W.r)?.firstElement(W.rPr).map {
      $0.elements.filter { !Self.invisible.contains($0.localName) && !Self.saysNothing($0) }
        .map(Self.visible).sorted().joined()
    } ?? ""
  }

  private func openDocumentFormat(_ holder: Node) -> String {
    var names: [String] = []
    var current: Node? = holder
    while let node = current, dialect.role(of: node) == .inline {
      if let name = node.attribute(ODFText.styleName) { names.append(styles[name] ?? name) }
      current = node.parent
    }
    return names.filter { !$0.isEmpty }.joined(separator: "<")
  }

  /// Whether an element has attributes, and none that the eye can see.
  private static func saysNothing(_ element: Node) -> Bool {
    !element.attributes.isEmpty && element.attributes.allSatisfy { invisible.contains($0.localName) }
  }

  private static func visible(_ element: Node) -> String {
    let attributes = element.attributes.filter { !invisible.contains($0.localName) }
      .map { "\($0.localName)=\($0.value)" }.sorted()
    return attributes.isEmpty && element.is(ODFStyle.textProperties)
      ? "" : "\(element.localName)(\(attributes.joined(separator: ",")))"
  }
}
