extension DateValue {
  /// Python's `strftime` in the C locale, with the GNU C library's flags `-` (no filling), `_` (blanks) and `0`.
  func strftime(_ format: String) throws(ValueError) -> String {
    var result: [UInt8] = []
    var rest = format.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.append(contentsOf: String(Character(scalar)).utf8)
        continue
      }
      var flag: Unicode.Scalar?
      if let next = rest.first, "-_0".unicodeScalars.contains(next) { flag = rest.popFirst() }
      guard let letter = rest.popFirst() else { throw ValueError(.formatIncomplete) }
      try append(letter, flag: flag, to: &result)
      guard result.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func append(
    _ letter: Unicode.Scalar, flag: Unicode.Scalar?, to result: inout [UInt8]
  ) throws(ValueError) {
    if let (number, width, fill) = number(letter) {
      let fill = flag == "_" ? UInt8(ascii: " ") : flag == "0" ? UInt8(ascii: "0") : fill
      result.append(number: number, width: flag == "-" ? 1 : width, fill: fill)
      return
    }
    if let text = text(letter) { return result.append(contentsOf: text.utf8) }
    throw ValueError(.dateDirective(Character(letter)))
  }

  /// Directives that write a number: the number, how wide it is and what fills it up.
  private func number(_ letter: Unicode.Scalar) -> (Int, Int, UInt8)? {
    let zero = UInt8(ascii: "0")
    let blank = UInt8(ascii: " ")
    let twelve = (hour + 11) % 12 + 1
    return switch letter {
    case "Y": (year, 1, zero)
    case "C": (year / 100, 2, zero)
    case "y": (year % 100, 2, zero)
    case "m": (month, 2, zero)
    case "d": (day, 2, zero)
    case "e": (day, 2, blank)
    case "H": (hour, 2, zero)
    case "k": (hour, 2, blank)
    case "I": (twelve, 2, zero)
    case "l": (twelve, 2, blank)
    case "M": (minute, 2, zero)
    case "S": (second, 2, zero)
    case "f": (0, 6, zero)
    case "j": (dayOfYear, 3, zero)
    case "w": ((weekday + 1) % 7, 1, zero)
    case "u": (weekday + 1, 1, zero)
    case "U": ((dayOfYear + 6 - (weekday + 1) % 7) / 7, 2, zero)
    case "W": ((dayOfYear + 6 - weekday) / 7, 2, zero)
    case "V": (isoWeek.week, 2, zero)
    case "G": (isoWeek.year, 1, zero)
    case "g": (isoWeek.year % 100, 2, zero)
    default: nil
    }
  }

  private func text(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "a": String(Self.weekdays[weekday].prefix(3))
    case "A": Self.weekdays[weekday]
    case "b", "h": String(Self.months[month - 1].prefix(3))
    case "B": Self.months[month - 1]
    case "p": hour < 12 ? "AM" : "PM"
    case "P": hour < 12 ? "am" : "pm"
    // No time zone is known.
    case "z", "Z": ""
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    case "F": try? strftime("%Y-%m-%d")
    case "T", "X": try? strftime("%H:%M:%S")
    case "R": try? strftime("%H:%M")
    case "D", "x": try? strftime("%m/%d/%y")
    case "c": try? strftime("%a %b %e %H:%M:%S %Y")
    case "r": try? strftime("%I:%M:%S %p")
    default: nil
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
