extension String {
  /// Appends Python's `repr`: in quotes, what can't be seen escaped.
  func appendRepresentation(to bytes: inout [UInt8]) {
    let hasSingle = utf8.contains(UInt8(ascii: "'"))
    let quote = UInt8(ascii: hasSingle && !utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'")
    bytes.append(quote)
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      default:
        if scalar.value == UInt32(quote) {
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(quote)
        } else if scalar.isPrintable {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        } else {
          scalar.appendEscape(to: &bytes)
        }
      }
    }
    bytes.append(quote)
  }
}

extension Unicode.Scalar {
  /// Python's `isprintable`: no control, format, private or unassigned character, no separator but the blank.
  var isPrintable: Bool {
    if value < 0x7F { return value >= 0x20 }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      false
    default: true
    }
  }

  fileprivate func appendEscape(to bytes: inout [UInt8]) {
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16)
    bytes.append(contentsOf: "\\\(letter)".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.utf8.count)))
    bytes.append(contentsOf: digits.utf8)
  }
}
