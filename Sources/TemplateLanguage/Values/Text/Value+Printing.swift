extension Value {
  /// What `{{ … }}` prints: Python's `str`, but nothing for `none` and for what does not exist.
  public var printed: String {
    switch self {
    case .undefined, .none: return ""
    case .string(let text): return text
    case .int(let integer): return integer.description
    case .object(let object): return object.text ?? ""
    default:
      var bytes: [UInt8] = []
      appendPrinted(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Appends what `printed` says, in UTF-8.
  public func appendPrinted(to bytes: inout [UInt8]) {
    switch self {
    case .undefined, .none: break
    case .string(let text): bytes.append(contentsOf: text.utf8)
    case .int(let integer): integer.appendPrinted(to: &bytes)
    case .object(let object): bytes.append(contentsOf: (object.text ?? "").utf8)
    case .bool, .bigInt, .decimal, .list, .mapping, .date: appendRepresentation(to: &bytes)
    }
  }

  /// What it prints as inside of a list: Python's `repr`, but ISO 8601 for dates.
  var representation: String {
    var bytes: [UInt8] = []
    appendRepresentation(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func appendRepresentation(to bytes: inout [UInt8]) {
    switch self {
    case .undefined: bytes.append(contentsOf: "Undefined".utf8)
    case .none: bytes.append(contentsOf: "None".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "True" : "False").utf8)
    case .int(let integer): integer.appendPrinted(to: &bytes)
    case .bigInt(let integer): bytes.append(contentsOf: integer.description.utf8)
    case .decimal(let decimal): decimal.appendPrinted(to: &bytes)
    case .string(let text): text.appendRepresentation(to: &bytes)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        element.appendRepresentation(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in mapping.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        entry.key.appendRepresentation(to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        entry.value.appendRepresentation(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .date(let date): date.appendPrinted(to: &bytes)
    case .object(let object): bytes.append(contentsOf: (object.text ?? "<\(object.typeName)>").utf8)
    }
  }
}
