/// Where a string literal ends.
///
/// A literal that begins with a straight quote ends with the same; if that one is missing, or only found
/// beyond the end of the tag, a curly quote of its kind will do, because word processors curl one of a pair.
/// A literal that begins with a curly or full-width quote ends with any quote of its kind.
struct StringLiteral {
  /// Quotes known not to occur any more, so that a search is not repeated for every tag.
  private var absent: [Kinds] = [[], []]

  private struct Kinds: OptionSet {
    let rawValue: UInt8
    static let straight = Kinds(rawValue: 1)
    static let curly = Kinds(rawValue: 2)
  }

  /// The offset after the closing quote, for the opening quote at `open`; nil if the literal is not closed.
  /// Calls on one value must not go backwards.
  mutating func end(of open: Int, in bytes: [UInt8], limit: Int) -> Int? {
    let opening = TypedCharacter.at(open, in: bytes, limit: limit)
    let quote = opening.meaning
    let kind = quote == UInt8(ascii: "'") ? 0 : 1
    if absent[kind] == [.straight, .curly] { return nil }
    let isStraight = opening.width == 1
    var curlyEnd: Int?
    var sawCurly = false
    var sawTagEnd = false
    var index = open + opening.width
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == quote {
        return isStraight && sawTagEnd ? curlyEnd ?? (index + 1) : index + 1
      }
      if byte >= 0xE2 {
        let character = TypedCharacter.at(index, in: bytes, limit: limit)
        index += character.width
        if character.meaning == quote {
          if !isStraight { return index }
          sawCurly = true
          if !sawTagEnd, curlyEnd == nil { curlyEnd = index }
        }
        continue
      }
      if byte == UInt8(ascii: "}"), bytes[index - 1] == byte || bytes[index - 1] == UInt8(ascii: "%") {
        sawTagEnd = true
        if absent[kind].contains(.straight) { return curlyEnd }
      }
      index += 1
    }
    absent[kind].insert(.straight)
    if !sawCurly { absent[kind].insert(.curly) }
    return curlyEnd
  }
}
