/// A sum as a rule writes it: names joined by `+` and `-`.
struct RuleExpression {
  /// A name with its sign.
  struct Term {
    var name: String
    var isNegative: Bool
    var isPrevious: Bool
  }

  private(set) var terms: [Term] = []

  /// Reads an expression such as `previous.in_force + issued - repealed`; nil if it is none.
  init?(_ text: String) {
    var sign: Bool? = false
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [UInt8(ascii: " ")] {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "."):
        word.append(byte)
        continue
      case 0x20, 0x0A, UInt8(ascii: "+"), UInt8(ascii: "-"): break
      default: return nil
      }
      if !word.isEmpty {
        guard let isNegative = sign else { return nil }
        add(String(decoding: word, as: UTF8.self), isNegative)
        word = []
        sign = nil
      }
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        guard sign == nil else { return nil }
        sign = byte == UInt8(ascii: "-")
      }
    }
    guard sign == nil else { return nil }
  }

  private mutating func add(_ name: String, _ isNegative: Bool) {
    let prefix = "previous."
    let isPrevious = name.hasPrefix(prefix)
    terms.append(
      Term(
        name: isPrevious ? String(name.dropFirst(prefix.count)) : name, isNegative: isNegative,
        isPrevious: isPrevious))
  }
}
