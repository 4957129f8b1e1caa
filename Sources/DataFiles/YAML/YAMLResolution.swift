import Diagnostics

/// What a plain scalar's text means (core schema, see `Scalar`), and what is wrong with it.
func resolveYAML(_ text: String) -> (Scalar, Message?) {
  let letters = Array(text.utf8)
  guard let first = letters.first else { return (.null, nil) }
  switch first {
  case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): return number(letters, text)
  default: return (word(text) ?? .string(text), nil)
  }
}

private func word(_ text: String) -> Scalar? {
  switch text {
  case "~", "null", "Null", "NULL": .null
  case "true", "True", "TRUE": .bool(true)
  case "false", "False", "FALSE": .bool(false)
  default: nil
  }
}

private func number(_ letters: [UInt8], _ text: String) -> (Scalar, Message?) {
  switch YAMLNumberShape(letters) {
  case .none: return (.string(text), nil)
  case .date(let date): return (.date(date), nil)
  case .notANumber: return (.null, .notFinite)
  case .plainInteger:
    if let number = Int(text) { return (.integer(number), nil) }
    fallthrough
  case .number:
    guard NumberText(text) != nil else {
      return (.null, .numberTooLong(maximum: NumberText.maximumDigits))
    }
    return (.number(text), nil)
  }
}

/// What kind of number a plain scalar is.
private enum YAMLNumberShape {
  /// No number: text.
  case none
  case date(CalendarDate)
  /// `.inf` or `.nan`.
  case notANumber
  /// Digits without a leading zero, perhaps with a minus sign.
  case plainInteger
  /// Any other number.
  case number

  init(_ letters: [UInt8]) {
    if let date = CalendarDate(bytes: letters[...]) {
      self = .date(date)
      return
    }
    if letters.count > 2, letters[0] == 0x30,
      letters[1] == UInt8(ascii: "x") || letters[1] == UInt8(ascii: "o")
    {
      let isHexadecimal = letters[1] == UInt8(ascii: "x")
      let fits = letters.dropFirst(2).allSatisfy { byte in
        hexadecimalDigit(byte).map { isHexadecimal || $0 < 8 } ?? false
      }
      self = fits ? .number : .none
      return
    }
    var index = 0
    let isSigned = letters[0] == UInt8(ascii: "-") || letters[0] == UInt8(ascii: "+")
    if isSigned { index += 1 }
    if Self.isNotFinite(letters[index...], signed: isSigned) {
      self = .notANumber
      return
    }
    self = Self.decimal(letters, from: index)
  }

  private static func isNotFinite(_ letters: ArraySlice<UInt8>, signed: Bool) -> Bool {
    switch String(decoding: letters, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": true
    case ".nan", ".NaN", ".NAN": !signed
    default: false
    }
  }

  private static func decimal(_ letters: [UInt8], from start: Int) -> Self {
    var index = start
    func digits() -> Int {
      let first = index
      while index < letters.count, letters[index] >= 0x30, letters[index] <= 0x39 { index += 1 }
      return index - first
    }
    let whole = digits()
    // 0908 is a telephone or code number; its zero must not be lost.
    if whole > 1, letters[start] == 0x30 { return .none }
    if index == letters.count {
      guard whole > 0 else { return .none }
      return letters[0] == UInt8(ascii: "+") || start == 1 && letters[1] == 0x30 ? .number : .plainInteger
    }
    var places = 0
    if letters[index] == UInt8(ascii: ".") {
      index += 1
      places = digits()
    }
    guard whole + places > 0 else { return .none }
    if index == letters.count { return .number }
    guard letters[index] | 0x20 == UInt8(ascii: "e") else { return .none }
    index += 1
    if index < letters.count, letters[index] == UInt8(ascii: "+") || letters[index] == UInt8(ascii: "-") {
      index += 1
    }
    return digits() > 0 && index == letters.count ? .number : .none
  }
}
