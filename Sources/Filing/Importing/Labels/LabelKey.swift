/// A text of the form without what differs between offices: blanks, punctuation, width of characters.
struct LabelKey: Hashable {
  let scalars: [UInt32]

  var isEmpty: Bool { scalars.isEmpty }
  var count: Int { scalars.count }

  /// The key of a whole text.
  init(_ text: String) {
    scalars = text.unicodeScalars.compactMap(Self.letter)
  }

  /// The key of a text without the number in front: （一）, 1., 三、.
  init(withoutNumber text: String) {
    scalars = Self.withoutNumber(text).compactMap(Self.letter)
  }

  static func withoutNumber(_ text: String) -> Substring.UnicodeScalarView {
    var rest = text.unicodeScalars[...]
    while true {
      rest = rest.drop(while: \.isBlank)
      guard let after = Self.number(rest) else { return rest }
      rest = after
    }
  }

  func contains(_ other: LabelKey) -> Bool {
    guard !other.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains {
      scalars[$0..<($0 + other.count)].elementsEqual(other.scalars)
    }
  }

  /// How many characters must be changed, left out or put in to make one of the other; nil if more than `most`.
  func distance(to other: LabelKey, most: Int) -> Int? {
    guard abs(count - other.count) <= most else { return nil }
    var row = Array(0...other.count)
    for (line, scalar) in scalars.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, candidate) in other.scalars.enumerated() {
        let changed = diagonal + (scalar == candidate ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count] <= most ? row[other.count] : nil
  }

  /// A letter, digit or ideograph, full-width ones as plain ones.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = Self.plain(scalar.value)
    return switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF:
      value
    default: nil
    }
  }

  private static func plain(_ value: UInt32) -> UInt32 {
    (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
  }

  /// What follows a number such as （一）, (1), 1., 一、 or 三（; nil if there is none.
  private static func number(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    guard let first = text.first else { return nil }
    let isOpen = plain(first.value) == 0x28
    var rest = isOpen ? text.dropFirst() : text
    var digits = 0
    while let scalar = rest.first, isNumeral(scalar) {
      digits += 1
      rest = rest.dropFirst()
    }
    guard digits > 0, digits < 4, let end = rest.first else { return nil }
    switch plain(end.value) {
    case 0x29: return rest.dropFirst()
    case 0x2E, 0x3001, 0x2C: return isOpen ? nil : rest.dropFirst()
    case 0x28: return isOpen ? nil : rest
    default: return nil
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(plain(scalar.value)) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}
