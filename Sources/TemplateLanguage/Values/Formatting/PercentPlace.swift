extension PercentFormat {
  /// One conversion: `%(key)-08.2f`.
  struct Place {
    var key: String?
    var isLeft = false
    var isZeroFilled = false
    var isAlternate = false
    /// What stands before a number that is not negative: nothing, a plus sign or a blank.
    var plus = ""
    var width = 0
    var widthIsArgument = false
    var precision: Int?
    var precisionIsArgument = false
    var conversion = UInt8(ascii: "s")

    /// Parses what follows a percent sign.
    init(_ bytes: [UInt8], _ index: inout Int) throws(ValueError) {
      func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }
      if peek() == UInt8(ascii: "(") {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) else {
          throw ValueError(.formatIncomplete)
        }
        key = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        index = end + 1
      }
      flags: while let flag = peek() {
        switch flag {
        case UInt8(ascii: "-"): isLeft = true
        case UInt8(ascii: "0"): isZeroFilled = true
        case UInt8(ascii: "+"): plus = "+"
        case UInt8(ascii: " "): if plus.isEmpty { plus = " " }
        case UInt8(ascii: "#"): isAlternate = true
        default: break flags
        }
        index += 1
      }
      if peek() == UInt8(ascii: "*") {
        widthIsArgument = true
        index += 1
      } else {
        width = try Self.number(bytes, &index) ?? 0
      }
      if peek() == UInt8(ascii: ".") {
        index += 1
        if peek() == UInt8(ascii: "*") {
          precisionIsArgument = true
          index += 1
        } else {
          precision = try Self.number(bytes, &index) ?? 0
        }
      }
      while let length = peek(), "hlL".utf8.contains(length) { index += 1 }
      guard let conversion = peek() else { throw ValueError(.formatIncomplete) }
      guard "sradiuxXoeEfFgGc%".utf8.contains(conversion) else { throw ValueError(.formatConversion) }
      self.conversion = conversion
      index += 1
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int) throws(ValueError) -> Int? {
      var number: Int?
      while index < bytes.count, bytes[index].isDigit {
        let next = (number ?? 0) * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        guard next <= ValueLimits.width else { throw ValueError(.formatWidth) }
        number = next
        index += 1
      }
      return number
    }

    func text(_ value: Value) throws(ValueError) -> String {
      if case .undefined(let name) = value { throw ValueError(.unknownName(name)) }
      switch conversion {
      case UInt8(ascii: "s"): return padded(cut(value.printed))
      case UInt8(ascii: "r"), UInt8(ascii: "a"): return padded(cut(value.representation))
      case UInt8(ascii: "c"):
        if case .string(let text) = value, text.unicodeScalars.count == 1 { return padded(text) }
        guard let code = value.integer?.small, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
        else { throw ValueError(.formatNeedsNumber(value)) }
        return padded(String(scalar))
      case UInt8(ascii: "%"): return "%"
      default:
        guard let number = value.number else { throw ValueError(.formatNeedsNumber(value)) }
        let isInteger = "diu".utf8.contains(conversion)
        let signum = isInteger ? number.decimal.truncated.signum : number.signum
        return filled(sign: signum < 0 ? "-" : plus, digits: try digits(number, value))
      }
    }

    private func digits(_ number: Number, _ value: Value) throws(ValueError) -> String {
      let magnitude = number.decimal.magnitude
      switch conversion {
      case UInt8(ascii: "f"), UInt8(ascii: "F"):
        return pointed(NumberText.fixed(magnitude, places: precision ?? 6))
      case UInt8(ascii: "e"): return pointed(NumberText.exponential(magnitude, places: precision ?? 6))
      case UInt8(ascii: "E"):
        return pointed(NumberText.exponential(magnitude, places: precision ?? 6)).uppercased()
      case UInt8(ascii: "g"), UInt8(ascii: "G"):
        let text = NumberText.general(magnitude, precision: precision ?? 6, keepsZeros: isAlternate)
        return conversion == UInt8(ascii: "G") ? pointed(text).uppercased() : pointed(text)
      case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
        guard let integer = value.integer else { throw ValueError(.formatNeedsInteger(value)) }
        let isOctal = conversion == UInt8(ascii: "o")
        let text =
          (isAlternate ? (isOctal ? "0o" : "0x") : "")
          + atLeast(integer.magnitudeText(radix: isOctal ? 8 : 16))
        return conversion == UInt8(ascii: "X") ? text.uppercased() : text
      default:
        return atLeast(magnitude.truncated.description)
      }
    }

    private func pointed(_ text: String) -> String { isAlternate ? NumberText.pointed(text) : text }

    /// A precision is the least number of an integer's digits.
    private func atLeast(_ digits: String) -> String {
      String(repeating: "0", count: max(0, (precision ?? 0) - digits.utf8.count)) + digits
    }

    private func cut(_ text: String) -> String {
      guard let precision else { return text }
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
    }

    private func padded(_ text: String) -> String {
      let padding = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
      return isLeft ? text + padding : padding + text
    }

    private func filled(sign: String, digits: String) -> String {
      let missing = max(0, width - sign.utf8.count - digits.utf8.count)
      guard isZeroFilled, !isLeft else { return padded(sign + digits) }
      return sign + String(repeating: "0", count: missing) + digits
    }
  }
}
