import Diagnostics

/// Reads rows of fields: quoted fields may hold separators, line breaks and, doubled, quotation marks.
struct CSVReader: Sendable {
  private let text: [UInt8]
  private let separator: UInt8
  private var offset = 0
  /// The line on which the next row begins, from 1.
  private(set) var line = 1

  init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  /// What separates the names in the first line: the one of comma, semicolon and tab that is there most often.
  static func separator(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }

  /// The fields of the next row; `nil` behind the last.
  ///
  /// After a failure the next row is the one behind the line of the failure.
  mutating func next() throws(CSVRecords.Failure) -> [ArraySlice<UInt8>]? {
    guard offset < text.count else { return nil }
    var fields: [ArraySlice<UInt8>] = []
    while true {
      fields.append(current == UInt8(ascii: "\"") ? try quoted() : plain())
      guard let byte = current else { return fields }
      offset += 1
      if byte == separator { continue }
      if byte == 0x0D, current == 0x0A { offset += 1 }
      line += 1
      return fields
    }
  }

  private var current: UInt8? { offset < text.count ? text[offset] : nil }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private mutating func plain() -> ArraySlice<UInt8> {
    let start = offset
    while let byte = current, !isEnd(byte) { offset += 1 }
    return text[start..<offset]
  }

  private mutating func quoted() throws(CSVRecords.Failure) -> ArraySlice<UInt8> {
    let (start, firstLine) = (offset, line)
    var field: [UInt8] = []
    offset += 1
    while let byte = current {
      offset += 1
      guard byte == UInt8(ascii: "\"") else {
        if byte == 0x0A || byte == 0x0D && current != 0x0A { line += 1 }
        field.append(byte)
        continue
      }
      if current == UInt8(ascii: "\"") {
        offset += 1
        field.append(byte)
        continue
      }
      if let behind = current, !isEnd(behind) {
        try leaveLine(from: start, firstLine, .csvBehindQuote)
      }
      return field[...]
    }
    try leaveLine(from: start, firstLine, .csvOpenQuote)
    return []
  }

  /// Goes to the line behind the one in which a bad field begins.
  private mutating func leaveLine(
    from start: Int, _ firstLine: Int, _ message: Message
  ) throws(CSVRecords.Failure) {
    offset = start
    line = firstLine
    while let byte = current, byte != 0x0A { offset += 1 }
    offset += 1
    line += 1
    throw CSVRecords.Failure(message: message, line: firstLine)
  }
}
