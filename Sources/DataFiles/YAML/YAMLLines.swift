/// The lines of a text, for finding the byte that stands at a line and column.
struct YAMLLines {
  let bytes: [UInt8]
  private var starts: [Int]

  /// - Parameter start: the first byte after a byte order mark.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    starts = [start]
    for index in bytes.indices.dropFirst(start) {
      let isReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if bytes[index] == 0x0A || isReturn { starts.append(index + 1) }
    }
  }

  /// The offset of the byte at a position; the end of the text if it has no such line.
  func offset(of position: Position) -> Int {
    guard starts.indices.contains(position.line - 1) else { return bytes.count }
    var offset = starts[position.line - 1]
    for _ in 1..<max(1, position.column) {
      guard offset < bytes.count else { break }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The byte at an offset; 0 at the end.
  func byte(at offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }

  /// Whether nothing but blanks stands before the position on its line.
  func isFirst(_ position: Position) -> Bool {
    bytes[line(position.line).lowerBound..<offset(of: position)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The bytes of a line, its line break left out.
  func line(_ number: Int) -> Range<Int> {
    guard starts.indices.contains(number - 1) else { return bytes.count..<bytes.count }
    let start = starts[number - 1]
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }
}
