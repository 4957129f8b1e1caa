import TemplateLanguage

/// The plainest tag with the keyword of one that could not be parsed.
enum StandIn {
  private static let bodies = [
    "for": "for _ in []", "if": "if true", "elif": "elif true", "else": "else", "endfor": "endfor",
    "endif": "endif", "macro": "macro _()", "endmacro": "endmacro", "call": "call _()", "endcall": "endcall",
    "filter": "filter upper", "endfilter": "endfilter", "with": "with", "endwith": "endwith",
    "endset": "endset",
  ]

  /// The stand-in for a tag of `text`; nil if the keyword opens and closes nothing.
  static func tag(for tag: ScannedTag, in text: [UInt8], origin: Int) -> ParsedTag? {
    let body = text[tag.body]
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A]
    let word = body.drop { blanks.contains($0) }.prefix { !blanks.contains($0) }
    guard let plain = bodies[String(decoding: word, as: UTF8.self)] else { return nil }
    let plainText = Array("{% \(plain) %}".utf8)
    var scanner = TagScanner()
    guard let plainTag = scanner.scan(plainText).tags.first else { return nil }
    return (try? ParsedTag.parse(plainText, plainTag, origin: origin).get())?.standing(
      for: Array(text[tag.range]))
  }
}
