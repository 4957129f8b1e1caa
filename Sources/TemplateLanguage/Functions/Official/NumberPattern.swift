/// How a number is written, by example: `#,##0.00`, `0.0%`, `¥#,##0.00;(¥#,##0.00)`.
///
/// The patterns are those of Java's `DecimalFormat` and of spreadsheets: `0` is a digit that is always written,
/// `#` one that is left out when it is a zero at the end, a comma tells the size of the groups, `%` and `‰`
/// multiply. What stands before and after is text; in single quotes anything is. After a semicolon stands how
/// negative numbers begin and end; a minus sign does it otherwise. Rounding takes halves away from
/// zero: 四舍五入, as accounts and reports do, and not GB/T 8170's half to even for measured values.
struct NumberPattern {
  private var prefix = ""
  private var suffix = ""
  private var negative: (prefix: String, suffix: String)?
  private var leastDigits = 0
  private var leastPlaces = 0
  private var mostPlaces = 0
  private var groupSize: Int?
  /// How many places the point moves: 2 for percent.
  private var shift = 0

  init(_ pattern: String) throws(ValueError) {
    var rest = Array(pattern.unicodeScalars)[...]
    var shift = 0
    prefix = try Self.text(&rest, &shift)
    try parseDigits(&rest)
    suffix = try Self.text(&rest, &shift)
    self.shift = shift
    if rest.first == ";" {
      rest.removeFirst()
      var ignored = 0
      let negativePrefix = try Self.text(&rest, &ignored)
      while let first = rest.first, "#0,.".unicodeScalars.contains(first) { rest.removeFirst() }
      negative = (negativePrefix, try Self.text(&rest, &ignored))
    }
    guard rest.isEmpty else { throw ValueError(.numberPattern) }
  }

  /// Text up to a digit or semicolon.
  private static func text(
    _ rest: inout ArraySlice<Unicode.Scalar>, _ shift: inout Int
  ) throws(ValueError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, !"#0,.;".unicodeScalars.contains(scalar) {
      rest.removeFirst()
      if scalar == "'" {
        if rest.first == "'" {
          text.append("'")
          rest.removeFirst()
          continue
        }
        guard let end = rest.firstIndex(of: "'") else { throw ValueError(.patternQuote) }
        text.append(contentsOf: rest[..<end])
        rest = rest[(end + 1)...]
        continue
      }
      if scalar == "%" { shift += 2 }
      if scalar == "‰" { shift += 3 }
      text.append(scalar)
    }
    return String(text)
  }

  private mutating func parseDigits(_ rest: inout ArraySlice<Unicode.Scalar>) throws(ValueError) {
    var digits = 0
    var sinceComma: Int?
    while let scalar = rest.first, "#0,".unicodeScalars.contains(scalar) {
      rest.removeFirst()
      if scalar == "," {
        guard digits > 0 else { throw ValueError(.numberPattern) }
        sinceComma = 0
        continue
      }
      guard scalar == "0" || leastDigits == 0 else { throw ValueError(.numberPattern) }
      if scalar == "0" { leastDigits += 1 }
      digits += 1
      sinceComma = sinceComma.map { $0 + 1 }
    }
    guard sinceComma != 0 else { throw ValueError(.numberPattern) }
    groupSize = sinceComma
    if rest.first == "." {
      rest.removeFirst()
      while let scalar = rest.first, scalar == "0" || scalar == "#" {
        rest.removeFirst()
        guard scalar == "#" || leastPlaces == mostPlaces else { throw ValueError(.numberPattern) }
        if scalar == "0" { leastPlaces += 1 }
        mostPlaces += 1
      }
    }
    guard digits + mostPlaces > 0, digits + mostPlaces <= 1000 else { throw ValueError(.numberPattern) }
  }

  func text(_ number: Decimal) -> String {
    let moved = Decimal(digits: number.digits, scale: number.scale - shift)
    let rounded = moved.rounded(to: mostPlaces, .halfUp).trimmingZeros(keeping: leastPlaces).padded(
      to: leastPlaces)
    let isNegative = rounded.signum < 0
    let parts = rounded.magnitude.text.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts[0])
    if whole == "0", leastDigits == 0, parts.count > 1 { whole = "" }
    whole = String(repeating: "0", count: max(0, leastDigits - whole.utf8.count)) + whole
    if let groupSize { whole = NumberText.grouped(whole, by: groupSize) }
    let digits = parts.count > 1 ? whole + "." + parts[1] : whole
    if isNegative, let negative { return negative.prefix + digits + negative.suffix }
    return (isNegative ? "-" : "") + prefix + digits + suffix
  }
}
