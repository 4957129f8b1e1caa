extension Unicode.Scalar {
  /// Python's `isspace`: what `strip` takes away.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Python's `isalpha`: a letter of any script.
  var isPythonLetter: Bool {
    if value < 0x80 { return UInt8(truncatingIfNeeded: value).isLetter }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Python's `isdigit`: a digit of any script, superscripts included.
  var isPythonDigit: Bool {
    properties.numericType == .decimal || properties.numericType == .digit
  }

  /// Python's `isnumeric`: 一 and ½ too.
  var isPythonNumeric: Bool { properties.numericType != nil }

  var isPythonAlphanumeric: Bool { isPythonLetter || isPythonNumeric }

  /// A regular expression's `\\w`.
  var isWordCharacter: Bool { self == "_" || isPythonAlphanumeric }

  var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }

  /// Whether a line ends after it, by `splitlines`.
  var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension UInt8 {
  /// An ASCII letter.
  var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}
