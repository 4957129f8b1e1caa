/// Reads the lengths of OpenDocument (ODF 1.3 part 3, 18.3.18).
enum StyleLength {
  private static let twips: [String: Double] = [
    "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440, "pt": 20, "pc": 240, "px": 15,
  ]

  /// A length such as `2.54cm` in twips, twentieths of a point; nil for what is none.
  static func twips(_ text: String) -> Int? {
    guard text.utf8.count > 2, let unit = twips[String(text.suffix(2))],
      let number = Double(text.dropLast(2)), (0...1_000_000).contains(number)
    else { return nil }
    return Int((number * unit).rounded())
  }

  /// The number of a relative width such as `1234*`.
  static func relative(_ text: String) -> Int? {
    guard text.hasSuffix("*"), let number = Int(text.dropLast()), (0...100_000_000).contains(number) else {
      return nil
    }
    return number
  }
}
