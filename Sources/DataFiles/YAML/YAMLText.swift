import Diagnostics

/// A YAML text made ready for libyaml.
///
/// A few characters are replaced by noncharacters, one for one, so that lines and columns stay:
///
/// - `*`: libyaml then takes an alias for a plain scalar (none other can begin with `*`), so that one with a bad
///   name is no end of reading.
/// - U+0085, U+2028 and U+2029: line breaks for libyaml, which reads YAML 1.1, but not in YAML 1.2.
struct YAMLText {
  /// What libyaml sees instead of `*`.
  static let asterisk: Unicode.Scalar = "\u{1FFFE}"

  /// The text in UTF-8.
  var bytes: [UInt8]
  private var isChanged = false

  /// - Throws: the first character that no YAML text may have.
  init(_ file: [UInt8], from start: Int) throws(DataFault) {
    bytes = []
    bytes.reserveCapacity(file.count)
    var offset = start
    for scalar in String(decoding: file[start...], as: UTF8.self).unicodeScalars {
      guard Self.isAllowed(scalar.value) else {
        throw DataFault(.controlCharacter(scalar.value), at: offset)
      }
      if let standIn = Self.standIn(for: scalar) {
        isChanged = true
        bytes.append(contentsOf: UTF8.encode(standIn) ?? .init())
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
      offset += UTF8.width(scalar)
    }
  }

  /// The text of a scalar as it was in the file.
  func original(_ text: String) -> String {
    guard isChanged, text.utf8.contains(0xF0) else { return text }
    var restored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { restored.append(Self.character(for: scalar) ?? scalar) }
    return String(restored)
  }

  /// `c-printable` of YAML 1.2.2, section 5.1, without U+FEFF's relatives, the noncharacters.
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFDCF, 0xFDF0...0xFFFD: true
    case 0x10000...: value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  private static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "*": asterisk
    case "\u{85}": "\u{1FFFF}"
    case "\u{2028}": "\u{2FFFE}"
    case "\u{2029}": "\u{2FFFF}"
    default: nil
    }
  }

  private static func character(for standIn: Unicode.Scalar) -> Unicode.Scalar? {
    switch standIn {
    case asterisk: "*"
    case "\u{1FFFF}": "\u{85}"
    case "\u{2FFFE}": "\u{2028}"
    case "\u{2FFFF}": "\u{2029}"
    default: nil
    }
  }
}
