/// A spot in a text file, counted from 1; the column counts Unicode scalars.
public struct Position: Sendable, Hashable {
  private let storedLine: UInt32
  private let storedColumn: UInt32

  /// The line; 1 is the first.
  public var line: Int { Int(storedLine) }
  /// The column in Unicode scalars; 1 is the first.
  public var column: Int { Int(storedColumn) }

  /// The first character of a file.
  public static let start = Position(line: 1, column: 1)

  /// Makes a position.
  public init(line: Int, column: Int) {
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }
}

/// Turns byte offsets into positions; as long as offsets do not fall, all calls together read the bytes once.
struct PositionTracker {
  private var offset: Int
  private var line = 1
  private var column = 1
  private let start: Int

  /// Starts at `offset`, which is line 1, column 1: the first byte after a byte order mark.
  init(from offset: Int = 0) {
    self.offset = offset
    start = offset
  }

  /// The position of the byte at `target`.
  mutating func position(of target: Int, in bytes: [UInt8]) -> Position {
    if target < offset { rewind(to: target, in: bytes) }
    var index = offset
    var column = column
    let end = min(target, bytes.count)
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte > 0x0D {
        column &+= byte & 0xC0 == 0x80 ? 0 : 1
      } else if byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A) {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    offset = index
    self.column = column
    return Position(line: line, column: column)
  }

  /// Goes back to the start of the line in which `target` is, if that is this line; else to the file's start.
  private mutating func rewind(to target: Int, in bytes: [UInt8]) {
    var begin = offset
    while begin > start, bytes[begin - 1] != 0x0A, bytes[begin - 1] != 0x0D { begin -= 1 }
    column = 1
    if target >= begin {
      offset = begin
    } else {
      offset = start
      line = 1
    }
  }
}
