import Diagnostics

/// Reads one YAML 1.2 document into a tree.
///
/// What it leaves out of YAML, each with an error of its own: several documents in a file, keys that are lists
/// or mappings, and tags other than those of the core schema. `<<` merges, as in YAML 1.1.
///
/// After a fault within a block mapping or list it goes on with that block's next entry, so that one run finds
/// all of them.
struct YAMLParser {
  /// The deepest nesting read.
  static let maximumDepth = 512

  let bytes: [UInt8]
  /// The next byte to read.
  var offset: Int
  /// Where the current line begins.
  var lineStart: Int
  var depth = 0
  var anchors = YAMLAnchors()
  var faults: [DataFault] = []
  var duplicates = DuplicateKeys()
  var tracker: PositionTracker

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
    lineStart = start
    tracker = PositionTracker(from: start)
  }

  /// The tree, unless the text is not YAML, and the faults.
  mutating func read() -> (DataNode?, [DataFault]) {
    if let fault = forbiddenCharacter() { return (nil, [fault]) }
    do throws(DataFault) {
      try startDocument()
      let root = try blockNode(parent: -1, inline: true, listAtParent: false)
      try endDocument()
      return (root, faults + duplicates.faults)
    } catch {
      return (nil, faults + duplicates.faults + [error])
    }
  }

  // MARK: Characters

  /// The byte at `offset + ahead`; 0 at the end.
  func peek(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  /// Whether the byte at `offset + ahead` is a blank, a line break or the end.
  func isBlankOrEnd(_ ahead: Int = 0) -> Bool {
    switch peek(ahead) {
    case 0, 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  var atLineEnd: Bool { isLineBreak(peek()) || offset >= bytes.count }

  /// Bytes between the line's start and `offset`; before a node that begins a line these are its spaces.
  var column: Int { offset - lineStart }

  mutating func position(of offset: Int) -> Position { tracker.position(of: offset, in: bytes) }

  /// Goes past a line break, if one is here.
  mutating func skipLineBreak() {
    if peek() == 0x0D, peek(1) == 0x0A { offset += 1 }
    offset = min(offset + 1, bytes.count)
    lineStart = offset
  }

  mutating func skipBlanks() {
    while peek() == 0x20 || peek() == 0x09 { offset += 1 }
  }

  mutating func skipToLineEnd() {
    while offset < bytes.count, !isLineBreak(bytes[offset]) { offset += 1 }
  }

  /// Goes past blanks, comments and line breaks; says whether the content is then the first of its line.
  mutating func skipToContent() -> Bool {
    var crossed = bytes[lineStart..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    while true {
      skipBlanks()
      if peek() == UInt8(ascii: "#"), offset == lineStart || isBlank(bytes[offset - 1]) { skipToLineEnd() }
      guard offset < bytes.count, isLineBreak(bytes[offset]) else { return crossed }
      skipLineBreak()
      crossed = true
    }
  }

  /// The first tab among the blanks that begin this line; nil if they are all spaces.
  var tabInIndentation: Int? {
    bytes[lineStart..<offset].firstIndex(of: 0x09)
  }

  private func forbiddenCharacter() -> DataFault? {
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
        return DataFault(.controlCharacter(byte), at: index)
      }
      index += 1
    }
    return nil
  }

  // MARK: Documents

  /// Whether a line `---` or `...` begins here.
  func atDocumentMarker(_ mark: UInt8? = nil) -> Bool {
    guard column == 0, offset + 2 < bytes.count else { return false }
    let byte = bytes[offset]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), mark == nil || mark == byte else {
      return false
    }
    return bytes[offset + 1] == byte && bytes[offset + 2] == byte && isBlankOrEnd(3)
  }

  private mutating func startDocument() throws(DataFault) {
    var directive: Int?
    _ = skipToContent()
    while column == 0, peek() == UInt8(ascii: "%") {
      directive = offset
      if !bytes[offset...].starts(with: Array("%YAML".utf8)) {
        throw DataFault(.yamlUnsupported(.directive), at: offset)
      }
      skipToLineEnd()
      _ = skipToContent()
    }
    if atDocumentMarker(UInt8(ascii: "-")) {
      offset += 3
    } else if let directive {
      throw DataFault(.yamlUnsupported(.directive), at: directive)
    }
  }

  private mutating func endDocument() throws(DataFault) {
    _ = skipToContent()
    while atDocumentMarker(UInt8(ascii: ".")) {
      offset += 3
      _ = skipToContent()
    }
    guard offset < bytes.count else { return }
    if atDocumentMarker(UInt8(ascii: "-")) { throw DataFault(.severalDocuments, at: offset) }
    throw DataFault(.yamlUnexpectedContent, at: offset)
  }

  // MARK: Nesting

  mutating func enter(at start: Int) throws(DataFault) {
    guard depth < Self.maximumDepth else { throw DataFault(.tooDeep(maximum: Self.maximumDepth), at: start) }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineBreak(byte)
  }
}

/// Whether the byte is LF or CR.
func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
