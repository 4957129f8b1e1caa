import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A template as the rules look at it: untouched, with its texts and tags side by side.
struct LintSubject {
  let dialect: Dialect
  let parts: [LintPart]
  /// The compiled template, unless it has errors.
  let template: DocumentTemplate?
  let data: TemplateLint.Data?
  let delimiters: Delimiters

  init(
    _ package: OfficePackage, template: DocumentTemplate?, data: TemplateLint.Data?,
    _ delimiters: Delimiters = .standard
  ) throws(OfficeError) {
    self.template = template
    self.data = data
    self.delimiters = delimiters
    dialect = Dialect.of(package.format)
    var parts: [LintPart] = []
    var number = 0
    for part in try package.writtenParts() {
      let tree = try OfficePackage.parse(try package.bytes(of: part.entry), of: part.entry)
      let links =
        package.format == .docx
        ? try package.relationships(of: part.entry).of(.hyperlink).filter { $0.partName == nil } : []
      let targets = Dictionary(links.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
      parts.append(LintPart(part, tree, dialect, targets: targets, delimiters, number: &number))
    }
    self.parts = parts
  }

  /// All texts.
  var texts: [LintText] { parts.flatMap(\.texts) }
  /// All tags.
  var tags: [LintTag] { parts.flatMap(\.tags) }
  /// All tags of the kind `{{ … }}`, with their expressions.
  var outputs: [(tag: LintTag, expression: ExpressionTree.ID)] {
    tags.compactMap { tag in
      if case .output(let id)? = tag.parsed?.statement { (tag, id) } else { nil }
    }
  }

  /// The text at a place of the template, for what the compiled template says of one.
  func text(at spot: DocumentSpot) -> LintText? { texts.first { $0.spot == spot } }
}

/// A text of a template.
struct LintText {
  /// Counts the texts of the template.
  let number: Int
  let spot: DocumentSpot
  let string: String
  let bytes: [UInt8]
  /// What was found in it, comments and escapes too.
  let scanned: [ScannedTag]
  /// Whether it begins inside `raw`.
  let beginsRaw: Bool
  /// The paragraph; nil for an attribute.
  let paragraph: TextWalk.Found?

  /// The stretches that are no part of a tag and are not inside `raw`.
  var gaps: [Range<Int>] {
    var gaps: [Range<Int>] = []
    var position = 0
    var isRaw = beginsRaw
    for tag in scanned {
      if !isRaw, tag.range.lowerBound > position { gaps.append(position..<tag.range.lowerBound) }
      position = tag.range.upperBound
      if tag.kind == .raw { isRaw.toggle() }
    }
    if !isRaw, position < bytes.count { gaps.append(position..<bytes.count) }
    return gaps
  }

  /// Whether anything but tags, or blanks, stands in it.
  var saysSomething: Bool { gaps.contains { bytes[$0].contains { $0 > 0x20 } } }
}

/// A tag of a template that does something.
struct LintTag {
  /// Its place among the tags of its part.
  let number: Int
  let text: LintText
  let scanned: ScannedTag
  /// Nil if it does not parse.
  let parsed: ParsedTag?

  /// A stretch of the tag as it is written.
  func source(_ range: Range<Int>) -> String {
    let start = scanned.range.lowerBound
    let end = min(start + range.upperBound, text.bytes.count)
    return String(decoding: text.bytes[min(start + range.lowerBound, end)..<end], as: UTF8.self)
  }

  /// An expression as it is written.
  func source(of id: ExpressionTree.ID) -> String {
    parsed.map { source($0.tree.range(of: id)) } ?? ""
  }
}

/// A block of tags that belong together, by the numbers of its tags.
struct LintBlock {
  let keyword: String
  let open: Int
  let middles: [Int]
  let close: Int
  /// The block around it, as an index into the part's blocks.
  let parent: Int?
}
