/// The text around a fault, with the faulty stretch marked.
public struct Excerpt: Sendable, Hashable {
  /// One line of text.
  public let text: String
  /// The faulty stretch, in UTF-8 offsets of `text`.
  public let marked: Range<Int>
  /// Where the faulty stretch begins in the longer text, in UTF-8 offsets.
  public let offset: Int

  /// Makes an excerpt from a longer text, keeping some forty characters either side of `marked` and turning
  /// line breaks and tabs into blanks. `marked` is clamped to the text.
  public init(of text: String, marked: Range<Int>) {
    let bytes = Array(text.utf8)
    let lower = min(max(marked.lowerBound, 0), bytes.count)
    let upper = min(max(marked.upperBound, lower), bytes.count)
    var start = max(0, lower - 60)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, upper + 60)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    offset = lower
    let kept = bytes[start..<end].map { $0 < 0x20 ? 0x20 : $0 }
    self.text = String(decoding: kept, as: UTF8.self)
    self.marked = (lower - start)..<(upper - start)
  }

  /// The text and, below it, `^^^` under the marked stretch; East Asian wide characters count two columns.
  public var lines: [String] {
    var before = 0
    var under = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      let columns = scalar.isWide ? 2 : 1
      if offset < marked.lowerBound {
        before += columns
      } else if offset < marked.upperBound {
        under += columns
      }
      offset += UTF8.width(scalar)
    }
    return [text, String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))]
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows the scalar two columns wide (Unicode Standard Annex 11, W and F).
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
