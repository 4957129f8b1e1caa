/// Comma-separated values (RFC 4180).
enum CSV {
  /// The records, each with the line it begins on; blanks around a field do not count.
  static func rows(_ bytes: [UInt8]) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var line = 1
    var start = 1
    let source = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var index = source.startIndex
    func text(_ bytes: [UInt8]) -> String {
      let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      var rest = bytes[...].drop(while: isBlank)
      while let last = rest.last, isBlank(last) { rest.removeLast() }
      return String(decoding: rest, as: UTF8.self)
    }
    while index < source.endIndex {
      let byte = source[index]
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index + 1 < source.endIndex, source[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        fields.append(text(field))
        field = []
      } else if byte == 0x0A {
        rows.append((start, fields + [text(field)]))
        fields = []
        field = []
        start = line
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty { rows.append((start, fields + [text(field)])) }
    return rows
  }
}
