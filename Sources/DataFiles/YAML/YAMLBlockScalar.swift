import Diagnostics

extension YAMLParser {
  /// What becomes of the line breaks at a block scalar's end.
  private enum Chomping {
    case strip
    case clip
    case keep
  }

  /// Reads a `|` or `>` scalar; `offset` is then at the line after it.
  mutating func blockScalar(parent: Int) throws(DataFault) -> DataNode {
    let start = offset
    let position = position(of: start)
    let isFolded = peek() == UInt8(ascii: ">")
    offset += 1
    let (chomping, increment) = try blockHeader()
    var breaks = 0
    let indentation: Int
    if let increment {
      indentation = max(parent, 0) + increment
    } else {
      indentation = try detectIndentation(parent: parent)
    }
    breaks = try blankLines(indentation: indentation)
    var text = BlockText(isFolded: isFolded)
    text.breaks = breaks
    while offset < bytes.count, column == indentation, !(indentation == 0 && atDocumentMarker()) {
      let lineBegin = offset
      skipToLineEnd()
      text.append(bytes[lineBegin..<offset])
      guard offset < bytes.count else { break }
      skipLineBreak()
      text.hasBreak = true
      text.breaks = try blankLines(indentation: indentation)
    }
    let string = text.finish(keepBreak: chomping != .strip, keepBlankLines: chomping == .keep)
    // Back to where the line begins, so that what follows sees the whole of its indentation.
    if offset < bytes.count { offset = lineStart }
    return DataNode(.scalar(.string(string)), at: position)
  }

  private mutating func blockHeader() throws(DataFault) -> (Chomping, Int?) {
    var chomping: Chomping?
    var increment: Int?
    header: while true {
      switch peek() {
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case 0x31...0x39 where increment == nil: increment = Int(peek() - 0x30)
      default: break header
      }
      offset += 1
    }
    guard isBlankOrEnd() else { throw DataFault(.yamlBlockHeader, at: offset) }
    skipBlanks()
    if peek() == UInt8(ascii: "#"), isBlank(bytes[offset - 1]) { skipToLineEnd() }
    guard atLineEnd else { throw DataFault(.yamlBlockHeader, at: offset) }
    skipLineBreak()
    return (chomping ?? .clip, increment)
  }

  /// The indentation of the first line that is not blank; at least one more than the parent's.
  private mutating func detectIndentation(parent: Int) throws(DataFault) -> Int {
    var probe = offset
    var begin = offset
    var longestBlank = 0
    var longestBlankEnd = offset
    while probe < bytes.count {
      while probe < bytes.count, bytes[probe] == 0x20 { probe += 1 }
      guard probe < bytes.count, isLineBreak(bytes[probe]) else { break }
      if probe - begin > longestBlank { (longestBlank, longestBlankEnd) = (probe - begin, probe) }
      if bytes[probe] == 0x0D, probe + 1 < bytes.count, bytes[probe + 1] == 0x0A { probe += 1 }
      probe += 1
      begin = probe
    }
    let found = probe - begin
    guard found > parent, probe < bytes.count else { return max(parent + 1, found) }
    if longestBlank > found { throw DataFault(.yamlIndentation, at: longestBlankEnd) }
    return max(found, parent + 1)
  }

  /// Goes past lines that are blank up to the indentation, then past the next line's indentation; counts the
  /// line breaks.
  private mutating func blankLines(indentation: Int) throws(DataFault) -> Int {
    var breaks = 0
    while offset < bytes.count {
      while column < indentation, peek() == 0x20 { offset += 1 }
      if column < indentation, peek() == 0x09, !onlyBlanksFollow {
        throw DataFault(.tabIndentation, at: offset)
      }
      guard offset < bytes.count, isLineBreak(bytes[offset]) else { break }
      skipLineBreak()
      breaks += 1
    }
    return breaks
  }

  private var onlyBlanksFollow: Bool {
    var index = offset
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index >= bytes.count || isLineBreak(bytes[index])
  }
}

/// The lines of a block scalar put together (YAML 1.2.2, section 8.1).
private struct BlockText {
  let isFolded: Bool
  private var text: [UInt8] = []
  private var lastBeganWithBlank = false
  private var isEmpty = true
  /// Whether the last line ended with a line break that is not written yet.
  var hasBreak = false
  /// Blank lines after that which are not written yet.
  var breaks = 0

  init(isFolded: Bool) {
    self.isFolded = isFolded
  }

  mutating func append(_ line: ArraySlice<UInt8>) {
    let beginsWithBlank = line.first == 0x20 || line.first == 0x09
    if hasBreak, !isEmpty {
      if isFolded, !beginsWithBlank, !lastBeganWithBlank {
        if breaks == 0 { text.append(0x20) }
      } else {
        text.append(0x0A)
      }
    }
    text.append(contentsOf: repeatElement(0x0A, count: breaks))
    text.append(contentsOf: line)
    lastBeganWithBlank = beginsWithBlank
    isEmpty = false
    hasBreak = false
    breaks = 0
  }

  consuming func finish(keepBreak: Bool, keepBlankLines: Bool) -> String {
    if keepBreak, hasBreak { text.append(0x0A) }
    if keepBlankLines { text.append(contentsOf: repeatElement(0x0A, count: breaks)) }
    return String(decoding: text, as: UTF8.self)
  }
}
