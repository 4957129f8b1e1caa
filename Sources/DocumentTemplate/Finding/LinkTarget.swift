import TemplateLanguage

/// Addresses as editors write them: the characters of a tag come out percent-encoded (RFC 3986, 2.1).
enum LinkTarget {
  /// `text` with percent-encoding undone between the delimiters of values and of statements, encoded or not.
  static func unescapingTags(in text: [UInt8], _ delimiters: Delimiters) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    var isInside = false
    var index = 0
    while index < text.count {
      let (byte, next) = decoded(text, index)
      let (following, afterFollowing) = next < text.count ? decoded(text, next) : (0, next)
      if !isInside, delimiters.beginsTag(byte, following) {
        isInside = true
        result += [byte, following]
        index = afterFollowing
      } else if isInside, delimiters.endsTag(byte, following) {
        isInside = false
        result += [byte, following]
        index = afterFollowing
      } else if isInside {
        result.append(byte)
        index = next
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func decoded(_ text: [UInt8], _ index: Int) -> (byte: UInt8, next: Int) {
    guard text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = digit(text[index + 1]),
      let low = digit(text[index + 2])
    else { return (text[index], index + 1) }
    return (high << 4 | low, index + 3)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
