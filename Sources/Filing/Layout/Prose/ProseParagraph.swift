import DocumentTemplate

/// A paragraph of running text: its level, and the words at its beginning that are set as that level's heading.
struct ProseParagraph {
  /// The level of its number; nil for a paragraph without one.
  let level: Int?
  /// The heading: all of it, or the words before text that follows in the same paragraph; empty for none.
  let lead: String
  /// The text.
  let rest: String

  /// The most characters of a heading.
  private static let longestLead = 32
  /// What ends a heading that text follows.
  private static let ends: Set<Unicode.Scalar> = ["。", "：", ":"]
  /// What a heading has not: it is a phrase, not a sentence.
  private static let clauses: Set<Unicode.Scalar> = ["，", "；", ",", ";", "！", "？"]

  init(_ text: String) {
    let scalars = text.unicodeScalars
    let begin = scalars.firstIndex { $0 != " " && $0 != "\u{3000}" } ?? scalars.endIndex
    guard let number = Numbering(scalars[begin...]) else {
      (level, lead, rest) = (nil, "", text)
      return
    }
    level = number.level
    let heading = scalars[begin...].prefix { !Self.ends.contains($0) && !Self.clauses.contains($0) }
    let end = heading.endIndex
    let isPhrase = heading.count > number.length && heading.count <= Self.longestLead
    if end == scalars.endIndex, isPhrase {
      (lead, rest) = (text, "")
    } else if end < scalars.endIndex, isPhrase, Self.ends.contains(scalars[end]) {
      let after = scalars.index(after: end)
      (lead, rest) = (String(scalars[..<after]), String(scalars[after...]))
    } else {
      (lead, rest) = ("", text)
    }
  }

  /// Whether it is a heading and nothing else.
  var isHeading: Bool { !lead.isEmpty && rest.utf8.allSatisfy { $0 == 0x20 } }

  /// About how many lines it takes, at least.
  var leastLines: Int {
    let width = TextWidth.of(lead + rest) + 2
    return max(1, Int((width / (Double(PageGrid.charactersInLine) + 0.5)).rounded(.up)))
  }

  /// The paragraph for a template.
  ///
  /// - Parameters:
  ///   - isLast: whether it must stand on the page of what follows it, with two lines at least.
  ///   - lineHeight: the height of its lines in points where it is not the usual one.
  func paragraph(isLast: Bool, lineHeight: Double? = nil) -> RichTextParagraph {
    var layout = lineHeight.map { ParagraphLayout(lineHeight: .hundredths($0)) }
    if isHeading, let level {
      if isLast {
        layout = layout ?? ParagraphLayout()
        layout?.keepsWithNext = true
      }
      return RichTextParagraph(RichText(lead + rest), style: "Heading \(level)", layout: layout)
    }
    var text = RichText()
    if !lead.isEmpty {
      // 1. and （1） are set as the text is.
      text.add(lead, TextFormat(style: level.flatMap { $0 <= 2 ? "Lead \($0)" : nil }))
    }
    text.add(rest)
    let style = isLast ? "Closing Text" : layout.map { _ in "Adjusted Text" }
    return RichTextParagraph(text, style: style, layout: layout)
  }
}
