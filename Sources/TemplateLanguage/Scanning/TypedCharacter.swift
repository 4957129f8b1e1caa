/// A character inside a tag, as the person who typed it means it.
///
/// Word processors and Chinese input methods put curly quotes, full-width punctuation, no-break, ideographic
/// and zero-width blanks where the language has ASCII.
struct TypedCharacter: Equatable {
  /// The ASCII character that is meant; a blank is `0x20`; `TypedCharacter.other` for what has no such meaning.
  let meaning: UInt8
  /// Its length in UTF-8.
  let width: Int

  /// Not ASCII and no variant of it: part of a name, or wrong.
  static let other: UInt8 = 0x80

  var isBlank: Bool { meaning == 0x20 }
  var isQuote: Bool { meaning == UInt8(ascii: "\"") || meaning == UInt8(ascii: "'") }

  /// The character that begins at `index`, which is less than `limit`.
  @inline(__always)
  static func at(_ index: Int, in bytes: [UInt8], limit: Int) -> TypedCharacter {
    let byte = bytes[index]
    if byte < 0x80 {
      return TypedCharacter(meaning: byte >= 0x09 && byte <= 0x0D ? 0x20 : byte, width: 1)
    }
    return beyondASCII(index, in: bytes, limit: limit)
  }

  private static func beyondASCII(_ index: Int, in bytes: [UInt8], limit: Int) -> TypedCharacter {
    let lead = bytes[index]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard index + width <= limit else { return TypedCharacter(meaning: other, width: limit - index) }
    var scalar = UInt32(lead) & (width == 2 ? 0x1F : 0x0F)
    for offset in 1..<max(width, 1) { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return TypedCharacter(meaning: width == 4 || width == 1 ? other : meaning(of: scalar), width: width)
  }

  private static func meaning(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0xFF01...0xFF5E:
      let ascii = UInt8(truncatingIfNeeded: scalar - 0xFEE0)
      let isLetter = (ascii | 0x20) >= UInt8(ascii: "a") && (ascii | 0x20) <= UInt8(ascii: "z")
      return isLetter || ascii == UInt8(ascii: "_") ? other : ascii
    case 0x201C...0x201F: return UInt8(ascii: "\"")
    case 0x2018...0x201B: return UInt8(ascii: "'")
    // A dash that a word processor made of a minus.
    case 0x2010...0x2013, 0x2212: return UInt8(ascii: "-")
    case 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
      return 0x20
    default: return other
    }
  }
}
