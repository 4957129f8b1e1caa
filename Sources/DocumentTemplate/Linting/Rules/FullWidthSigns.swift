import Diagnostics
import TemplateLanguage

/// Full-width punctuation in a tag, outside of texts, which other engines don't take.
struct FullWidthSigns: LintRule {
  let code = "full-width-signs"
  let title = (chinese: "标签内的全角符号", english: "full-width signs in a tag")
  let severity = Diagnostic.Severity.notice

  private static let signs: Set<Unicode.Scalar> = [
    "＂", "＇", "（", "）", "，", "：", "＝", "［", "］", "｛", "｝", "\u{3000}",
  ]
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "'": "'", "“": "”", "‘": "’",
  ]

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.tags.compactMap { tag in
      let body = tag.scanned.body
      var closing: Unicode.Scalar?
      var offset = body.lowerBound
      for scalar in String(decoding: tag.text.bytes[body], as: UTF8.self).unicodeScalars {
        let range = offset..<(offset + UTF8.width(scalar))
        offset = range.upperBound
        if let open = closing {
          if scalar == open { closing = nil }
        } else if Self.signs.contains(scalar) {
          return LintFinding(said, in: tag.text, range)
        } else {
          closing = Self.quotes[scalar]
        }
      }
      return nil
    }
  }

  private var said: Message {
    message(
      "标签内用了全角符号；成文认得，docxtpl 等不认得",
      "the tag has a full-width sign, which Chengwen takes, and docxtpl and others do not",
      hint: ("在标签内请用半角符号", "within tags use half-width signs"))
  }
}
