import Diagnostics

extension YAMLParser {
  /// Reads a scalar, an alias, or a list or mapping in brackets.
  ///
  /// - Parameter parent: the column a plain scalar's further lines must stand right of.
  mutating func inlineNode(parent: Int, inFlow: Bool, mustBeText: Bool) throws(DataFault) -> DataNode {
    let start = offset
    switch peek() {
    case UInt8(ascii: "["): return try flowList()
    case UInt8(ascii: "{"): return try flowMapping()
    case UInt8(ascii: "*"): return try alias()
    default: break
    }
    let position = position(of: start)
    switch peek() {
    case UInt8(ascii: "\""): return DataNode(.scalar(.string(try doubleQuoted())), at: position)
    case UInt8(ascii: "'"): return DataNode(.scalar(.string(try singleQuoted())), at: position)
    default: break
    }
    guard startsPlain(inFlow: inFlow) else { throw plainStartFault }
    let text = plainScalar(parent: parent, inFlow: inFlow)
    return DataNode(.scalar(mustBeText ? .string(text) : try resolve(text, at: start)), at: position)
  }

  private var plainStartFault: DataFault {
    switch peek() {
    case 0: DataFault(.unexpectedEnd, at: bytes.count)
    case 0x09: DataFault(.tabIndentation, at: offset)
    case UInt8(ascii: ":"): DataFault(.yamlEmptyKey, at: offset)
    default: DataFault(.yamlReservedCharacter(peek()), at: offset)
    }
  }

  /// Goes to the next content within brackets.
  private mutating func skipInFlow(opened: Int) throws(DataFault) {
    if skipToContent(), atDocumentMarker() { throw DataFault(.yamlUnclosedBracket, at: opened) }
    guard offset < bytes.count else { throw DataFault(.yamlUnclosedBracket, at: opened) }
  }

  /// The fault of something other than a comma or the end within brackets: that the bracket was never closed, if
  /// the line stands no further right than the one with the bracket.
  private func missingInBrackets(opened: Int, closing: String) -> DataFault {
    let isLater = bytes[opened..<offset].contains(where: isLineBreak)
    return isLater && indentation(around: offset) <= indentation(around: opened)
      ? DataFault(.yamlUnclosedBracket, at: opened)
      : DataFault(.yamlExpectedInBrackets(closing: closing), at: offset)
  }

  /// The spaces that begin the line which holds `offset`.
  private func indentation(around offset: Int) -> Int {
    var begin = offset
    while begin > 0, !isLineBreak(bytes[begin - 1]) { begin -= 1 }
    var end = begin
    while end < offset, bytes[end] == 0x20 { end += 1 }
    return end - begin
  }

  private mutating func flowList() throws(DataFault) -> DataNode {
    let opened = offset
    let position = position(of: opened)
    try enter(at: opened)
    offset += 1
    var items: [DataNode] = []
    while true {
      try skipInFlow(opened: opened)
      if peek() == UInt8(ascii: "]") { break }
      items.append(try flowItem(opened: opened))
      try skipInFlow(opened: opened)
      if peek() == UInt8(ascii: ",") {
        offset += 1
      } else if peek() != UInt8(ascii: "]") {
        throw missingInBrackets(opened: opened, closing: "]")
      }
    }
    offset += 1
    leave()
    return DataNode(.list(items), at: position)
  }

  /// An item of a list in brackets: a node, or a single pair `key: value`.
  private mutating func flowItem(opened: Int) throws(DataFault) -> DataNode {
    let start = offset
    let isExplicit = peek() == UInt8(ascii: "?") && isBlankOrEnd(1)
    if isExplicit {
      offset += 1
      try skipInFlow(opened: opened)
    }
    let keyStart = offset
    let line = lineStart
    let node = try flowNode(opened: opened)
    let end = offset
    skipBlanks()
    guard line == lineStart || isExplicit, atFlowColon(after: end) else {
      guard !isExplicit else { throw DataFault(.yamlUnsupported(.complexKey), at: start) }
      return node
    }
    try enter(at: start)
    var pairs = YAMLPairs()
    let keyText = try key(of: node, from: keyStart, to: end)
    let keyPosition = position(of: keyStart)
    offset += 1
    let value = try flowValue(opened: opened)
    pairs.add(
      keyText, at: keyStart, keyPosition, value, isMerge: isPlainMerge(at: keyStart) && keyText == "<<")
    leave()
    return DataNode(.mapping(try finish(pairs)), at: position(of: start))
  }

  private mutating func flowMapping() throws(DataFault) -> DataNode {
    let opened = offset
    let position = position(of: opened)
    try enter(at: opened)
    offset += 1
    var pairs = YAMLPairs()
    while true {
      try skipInFlow(opened: opened)
      if peek() == UInt8(ascii: "}") { break }
      try flowPair(opened: opened, into: &pairs)
      try skipInFlow(opened: opened)
      if peek() == UInt8(ascii: ",") {
        offset += 1
      } else if peek() != UInt8(ascii: "}") {
        throw missingInBrackets(opened: opened, closing: "}")
      }
    }
    offset += 1
    leave()
    return DataNode(.mapping(try finish(pairs)), at: position)
  }

  private mutating func flowPair(opened: Int, into pairs: inout YAMLPairs) throws(DataFault) {
    if peek() == UInt8(ascii: "?"), isBlankOrEnd(1) {
      offset += 1
      try skipInFlow(opened: opened)
    }
    let start = offset
    let node = try flowNode(opened: opened)
    let end = offset
    let keyText = try key(of: node, from: start, to: end)
    let keyPosition = position(of: start)
    try skipInFlow(opened: opened)
    guard atFlowColon(after: end) else {
      if isJoinedPair(from: start, to: end) { throw DataFault(.yamlMissingColon(.noBlank), at: start) }
      let value = DataNode(.scalar(.null), at: keyPosition)
      pairs.add(keyText, at: start, keyPosition, value, isMerge: false)
      return
    }
    offset += 1
    let value = try flowValue(opened: opened)
    pairs.add(keyText, at: start, keyPosition, value, isMerge: isPlainMerge(at: start) && keyText == "<<")
  }

  /// Whether the key has a colon inside, half or full width, as in `{a:1}`, which is a key without a value.
  private func isJoinedPair(from start: Int, to end: Int) -> Bool {
    guard bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") else { return false }
    let fullWidthColon: [UInt8] = [0xEF, 0xBC, 0x9A]
    return bytes[start..<end].contains(UInt8(ascii: ":"))
      || (start..<max(start, end - 2)).contains { bytes[$0..<($0 + 3)].elementsEqual(fullWidthColon) }
  }

  /// Whether the colon of a pair is here; it needs no blank after it when the key is quoted or in brackets.
  private func atFlowColon(after end: Int) -> Bool {
    guard peek() == UInt8(ascii: ":") else { return false }
    if isBlankOrEnd(1) || isFlowIndicator(peek(1)) { return true }
    guard end > 0 else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    default: return false
    }
  }

  private mutating func flowValue(opened: Int) throws(DataFault) -> DataNode {
    let start = offset
    try skipInFlow(opened: opened)
    if peek() == UInt8(ascii: ",") || peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") {
      return DataNode(.scalar(.null), at: position(of: start))
    }
    return try flowNode(opened: opened)
  }

  private mutating func flowNode(opened: Int) throws(DataFault) -> DataNode {
    guard let found = try properties() else {
      return try inlineNode(parent: -1, inFlow: true, mustBeText: false)
    }
    try skipInFlow(opened: opened)
    let node: DataNode
    switch peek() {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      node = DataNode(.scalar(found.tag == .text ? .string("") : .null), at: position(of: found.start))
    default: node = try inlineNode(parent: -1, inFlow: true, mustBeText: found.tag == .text)
    }
    anchors.define(found.anchor, node)
    return node
  }
}
