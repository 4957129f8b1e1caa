/// Python's format specification: `[[fill]align][sign][#][0][width][,_][.precision][type]`.
struct FormatSpecification {
  var fill: Unicode.Scalar = " "
  var alignment: Unicode.Scalar?
  var sign: Unicode.Scalar = "-"
  var isAlternate = false
  var isZeroFilled = false
  var width = 0
  var grouping: Unicode.Scalar?
  var precision: Int?
  var type: Unicode.Scalar?

  init(_ text: String) throws(ValueError) {
    var rest = Array(text.unicodeScalars)[...]
    func isAlignment(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { "<>=^".unicodeScalars.contains($0) } ?? false
    }
    var hasFill = false
    if rest.count > 1, isAlignment(rest[rest.startIndex + 1]) {
      hasFill = true
      fill = rest.removeFirst()
      alignment = rest.removeFirst()
    } else if isAlignment(rest.first) {
      alignment = rest.removeFirst()
    }
    if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
    if rest.first == "#" {
      isAlternate = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      isZeroFilled = !hasFill && alignment == nil
      if !hasFill { fill = "0" }
    }
    width = try Self.number(&rest) ?? 0
    if let first = rest.first, ",_".unicodeScalars.contains(first) { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      guard let number = try Self.number(&rest) else { throw ValueError(.formatIncomplete) }
      precision = number
    }
    type = rest.popFirst()
    guard rest.isEmpty else { throw ValueError(.formatSpecification) }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) throws(ValueError) -> Int? {
    var number: Int?
    while let first = rest.first, first.isASCII, let digit = first.properties.numericValue, digit >= 0 {
      let next = (number ?? 0) * 10 + Int(digit)
      guard next <= ValueLimits.width else { throw ValueError(.formatWidth) }
      number = next
      rest.removeFirst()
    }
    return number
  }

  func text(_ value: Value) throws(ValueError) -> String {
    if case .string(let text) = value { return try self.text(text) }
    if let number = value.number { return try self.text(number, value) }
    if case .undefined(let name) = value { throw ValueError(.unknownName(name)) }
    throw ValueError(.formatNeedsTextOrNumber(value))
  }

  private func text(_ text: String) throws(ValueError) -> String {
    guard type == nil || type == "s", alignment != "=", grouping == nil, sign == "-", !isAlternate else {
      throw ValueError(type == nil || type == "s" ? .formatSpecification : .formatNeedsNumber(.string(text)))
    }
    return padded(precision.map { text.leading($0) } ?? text, standard: "<")
  }

  private func text(_ number: Number, _ value: Value) throws(ValueError) -> String {
    let magnitude = number.decimal.magnitude
    let isInteger = if case .integer = number { true } else { false }
    var prefix = ""
    var digits: String
    switch type {
    case "d" where isInteger, "n" where isInteger, nil where isInteger:
      guard precision == nil else { throw ValueError(.formatSpecification) }
      digits = magnitude.digits.description
    case "b" where isInteger, "o" where isInteger, "x" where isInteger, "X" where isInteger:
      guard precision == nil, grouping != "," else { throw ValueError(.formatSpecification) }
      digits = magnitude.digits.magnitudeText(radix: type == "b" ? 2 : type == "o" ? 8 : 16)
      if isAlternate { prefix = type == "b" ? "0b" : type == "o" ? "0o" : "0x" }
      if type == "X" { (digits, prefix) = (digits.uppercased(), prefix.uppercased()) }
    case "c" where isInteger:
      guard let code = magnitude.digits.small, number.signum >= 0,
        let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
        precision == nil, sign == "-"
      else { throw ValueError(.formatSpecification) }
      return padded(String(Character(scalar)), standard: "<")
    case "f", "F": digits = pointed(NumberText.fixed(magnitude, places: precision ?? 6))
    case "%": digits = pointed(NumberText.fixed(magnitude * 100, places: precision ?? 6)) + "%"
    case "e", "E": digits = pointed(NumberText.exponential(magnitude, places: precision ?? 6))
    case "g", "G", "n":
      digits = pointed(NumberText.general(magnitude, precision: precision ?? 6, keepsZeros: isAlternate))
    case nil:
      digits =
        precision.map { pointed(NumberText.shortest(magnitude, precision: $0, keepsZeros: isAlternate)) }
        ?? magnitude.text
    case "d", "b", "o", "x", "X", "c": throw ValueError(.formatNeedsInteger(value))
    default: throw ValueError(.formatSpecification)
    }
    if type == "E" || type == "G" { digits = digits.uppercased() }
    return laidOut(
      sign: number.signum < 0 ? "-" : sign == "-" ? "" : String(Character(sign)), prefix: prefix, digits)
  }

  /// Groups the digits, and puts sign, prefix, filling and digits together.
  private func laidOut(sign: String, prefix: String, _ digits: String) -> String {
    let size = ["b", "o", "x", "X"].contains(type) ? 4 : 3
    let head = sign + prefix
    func group(_ digits: String) -> String {
      grouping.map {
        NumberText.grouped(digits, by: size, separator: String(Character($0)), isDigit: isDigit)
      } ?? digits
    }
    guard isZeroFilled || alignment == "=" && fill == "0" else {
      guard alignment == "=" else { return padded(head + group(digits), standard: ">") }
      let missing = max(0, width - head.length - group(digits).length)
      return head + String(repeating: String(Character(fill)), count: missing) + group(digits)
    }
    let whole = digits.utf8.prefix(while: isDigit).count
    let others = head.utf8.count + digits.utf8.count - whole
    var count = whole
    while others + count + (grouping == nil || count == 0 ? 0 : (count - 1) / size) < width { count += 1 }
    return head + group(String(repeating: "0", count: count - whole) + digits)
  }

  private func pointed(_ text: String) -> String { isAlternate ? NumberText.pointed(text) : text }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (type == "x" || type == "X") && byte.isLetter
  }

  private func padded(_ text: String, standard: Unicode.Scalar) -> String {
    let missing = width - text.length
    guard missing > 0 else { return text }
    let fill = String(Character(fill))
    switch alignment ?? standard {
    case "<": return text + String(repeating: fill, count: missing)
    case "^":
      return String(repeating: fill, count: missing / 2) + text
        + String(repeating: fill, count: missing - missing / 2)
    default: return String(repeating: fill, count: missing) + text
    }
  }
}
