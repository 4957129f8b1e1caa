/// The number that a paragraph of an official document begins with, 一、 （一） 1. （1） (GB/T 9704—2012, 7.3.3).
struct Numbering {
  /// 1 for 一、 to 4 for （1）.
  let level: Int
  /// How many scalars the number takes, its punctuation included.
  let length: Int

  private static let chinese: Set<Unicode.Scalar> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇",
  ]

  /// Reads the number; nil if the text begins with none.
  init?(_ text: some BidirectionalCollection<Unicode.Scalar>) {
    guard let first = text.first else { return nil }
    if first == "（" || first == "(" {
      let inside = text.dropFirst()
      let numerals = inside.prefix { Self.chinese.contains($0) }.count
      let count = numerals > 0 ? numerals : inside.prefix { Self.isDigit($0) }.count
      guard (1...4).contains(count), let end = inside.dropFirst(count).first, end == "）" || end == ")" else {
        return nil
      }
      (level, length) = (numerals > 0 ? 2 : 4, count + 2)
      return
    }
    let numerals = text.prefix { Self.chinese.contains($0) }.count
    if (1...4).contains(numerals) {
      guard text.dropFirst(numerals).first == "、" else { return nil }
      (level, length) = (1, numerals + 1)
      return
    }
    let digits = text.prefix { Self.isDigit($0) }.count
    let rest = text.dropFirst(digits)
    // 3.5亿 is no number of a paragraph.
    guard (1...3).contains(digits), let point = rest.first, point == "." || point == "．" || point == "、",
      let next = rest.dropFirst().first, !Self.isDigit(next)
    else { return nil }
    (level, length) = (3, digits + 1)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
}
