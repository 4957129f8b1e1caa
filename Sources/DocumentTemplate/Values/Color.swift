/// A colour of text or of what is behind it.
public struct Color: Sendable, Hashable {
  /// Six hexadecimal digits in capitals, or `auto`.
  let value: String

  /// The colour the reader sets, black on white.
  public static let automatic = Color(value: "auto")

  private init(value: String) { self.value = value }

  /// A colour of three parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    value = [red, green, blue].map { part in
      let digits = String(part, radix: 16, uppercase: true)
      return part < 16 ? "0" + digits : digits
    }.joined()
  }

  /// A colour as people write it: `#C00000`, `C00000`, `#F00`, `auto`, or one of the names of Word's
  /// highlighter (ISO/IEC 29500-1, 17.18.40), as `yellow`; nil for anything else.
  public init?(_ text: String) {
    let small = text.lowercased()
    if small == "auto" || small == "automatic" {
      self = .automatic
      return
    }
    if let named = Self.named[small] {
      value = named
      return
    }
    var digits = Array(text.utf8)
    if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
    let areHex = digits.allSatisfy { UInt8(String(UnicodeScalar($0)), radix: 16) != nil }
    guard areHex, digits.count == 6 || digits.count == 3 else { return nil }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    value = String(decoding: digits, as: UTF8.self).uppercased()
  }

  private static let named = [
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkblue": "00008B", "darkcyan": "008B8B",
    "darkgreen": "006400", "darkmagenta": "800080", "darkred": "8B0000", "darkyellow": "808000",
    "darkgray": "A9A9A9", "lightgray": "D3D3D3",
  ]
}
