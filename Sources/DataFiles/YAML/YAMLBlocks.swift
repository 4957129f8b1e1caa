import Diagnostics

extension YAMLParser {
  /// Reads the node that follows, if it is indented more than its parent; else the node is empty.
  ///
  /// - Parameters:
  ///   - parent: the parent's column; -1 for the root.
  ///   - inline: whether a list or mapping may begin on this very line.
  ///   - listAtParent: whether a list may stand at the parent's own column, as under a key.
  mutating func blockNode(parent: Int, inline: Bool, listAtParent: Bool) throws(DataFault) -> DataNode {
    let start = offset
    let crossed = skipToContent()
    guard hasNode(parent: parent, crossed: crossed, listAtParent: listAtParent) else {
      return empty(at: start)
    }
    if crossed, let tab = tabInIndentation { throw DataFault(.tabIndentation, at: tab) }
    guard peek() == UInt8(ascii: "&") || peek() == UInt8(ascii: "!") else {
      return try blockContent(
        parent: parent, inline: inline || crossed, listAtParent: listAtParent, properties: nil,
        nodeStart: offset)
    }
    let nodeStart = offset
    guard let outer = try properties() else { return empty(at: start) }
    guard atLineEnd || peek() == UInt8(ascii: "#") else {
      return try blockContent(
        parent: parent, inline: inline || crossed, listAtParent: listAtParent, properties: outer,
        nodeStart: nodeStart)
    }
    // The properties stand on a line of their own: they belong to the whole node on the next lines.
    _ = skipToContent()
    let node: DataNode
    if hasNode(parent: parent, crossed: true, listAtParent: listAtParent) {
      if let tab = tabInIndentation { throw DataFault(.tabIndentation, at: tab) }
      let innerStart = offset
      let inner = try properties()
      node = try blockContent(
        parent: parent, inline: true, listAtParent: listAtParent, properties: inner, nodeStart: innerStart,
        isText: outer.tag == .text)
    } else {
      node =
        outer.tag == .text
        ? DataNode(.scalar(.string("")), at: position(of: nodeStart)) : empty(at: nodeStart)
    }
    anchors.define(outer.anchor, node)
    return node
  }

  private func hasNode(parent: Int, crossed: Bool, listAtParent: Bool) -> Bool {
    guard offset < bytes.count, !atDocumentMarker() else { return false }
    return !crossed || column > parent || listAtParent && column == parent && atListItem
  }

  private var atListItem: Bool { peek() == UInt8(ascii: "-") && isBlankOrEnd(1) }

  private mutating func empty(at offset: Int) -> DataNode {
    DataNode(.scalar(.null), at: position(of: offset))
  }

  /// Reads the node that begins here, after its properties on this line.
  private mutating func blockContent(
    parent: Int, inline: Bool, listAtParent: Bool,
    properties: YAMLProperties?, nodeStart: Int, isText: Bool = false
  ) throws(DataFault) -> DataNode {
    let mustBeText = isText || properties?.tag == .text
    if atListItem || atExplicitKey {
      guard inline, properties == nil else { throw DataFault(.yamlBlockOnKeyLine, at: offset) }
      return atListItem ? try blockList(column: column) : try blockMapping(column: column, firstKey: nil)
    }
    let start = offset
    var node: DataNode
    var canBeKey = true
    switch peek() {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      node = try blockScalar(parent: parent)
      canBeKey = false
    default:
      let line = lineStart
      node = try inlineNode(parent: parent, inFlow: false, mustBeText: mustBeText)
      canBeKey = line == lineStart
    }
    let end = offset
    if canBeKey, atColonAfterKey() {
      guard inline else { throw DataFault(.yamlSecondColon, at: offset) }
      let keyText = try key(of: node, from: start, to: end)
      anchors.define(properties?.anchor, node)
      return try blockMapping(column: nodeStart - lineStart, firstKey: (keyText, nodeStart))
    }
    if !canBeKey, bytes[start] != UInt8(ascii: "|"), bytes[start] != UInt8(ascii: ">"), atColonAfterKey() {
      // What looks like a key has run on from the line above it.
      let reason = colonReason(from: start, to: end)
      throw reason == .fullWidth
        ? DataFault(.yamlMissingColon(reason), at: start) : DataFault(.yamlIndentation, at: offset)
    }
    offset = end
    if properties != nil, bytes[start] == UInt8(ascii: "*") { throw DataFault(.yamlBadAnchor, at: start) }
    anchors.define(properties?.anchor, node)
    return node
  }

  private var atExplicitKey: Bool { peek() == UInt8(ascii: "?") && isBlankOrEnd(1) }

  /// Goes past blanks; whether then a colon that ends a key is here.
  private mutating func atColonAfterKey() -> Bool {
    skipBlanks()
    return peek() == UInt8(ascii: ":") && isBlankOrEnd(1)
  }

  /// The text of a node that is a key, which is what is written, not what it resolves to.
  func key(of node: DataNode, from start: Int, to end: Int) throws(DataFault) -> String {
    switch node.content {
    case .scalar(.string(let text)): return text
    case .scalar where bytes[start] == UInt8(ascii: "*"): return Self.text(of: node)
    case .scalar: return String(decoding: bytes[start..<end], as: UTF8.self)
    case .list, .mapping: throw DataFault(.yamlUnsupported(.complexKey), at: start)
    }
  }

  private static func text(of node: DataNode) -> String {
    switch node.scalar {
    case .bool(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let text), .string(let text): text
    case .date(let date): date.description
    case .null, nil: "null"
    }
  }

  // MARK: Lists

  private mutating func blockList(column listColumn: Int) throws(DataFault) -> DataNode {
    let position = position(of: offset)
    try enter(at: offset)
    var items: [DataNode] = []
    repeat {
      do throws(DataFault) {
        offset += 1
        items.append(try blockNode(parent: listColumn, inline: true, listAtParent: false))
        try expectEntryEnd(column: listColumn)
      } catch {
        try recover(from: error, column: listColumn)
      }
    } while column == listColumn && atListItem && !atDocumentMarker() && offset < bytes.count
    leave()
    return DataNode(.list(items), at: position)
  }

  /// Goes to the next content, which must stand on a line of its own and not further right than `column`.
  private mutating func expectEntryEnd(column blockColumn: Int) throws(DataFault) {
    let crossed = skipToContent()
    guard offset < bytes.count, !atDocumentMarker() else { return }
    guard crossed else { throw DataFault(.yamlUnexpectedContent, at: offset) }
    if column >= blockColumn, blockColumn >= 0, let tab = tabInIndentation {
      throw DataFault(.tabIndentation, at: tab)
    }
    guard column <= blockColumn else { throw DataFault(.yamlIndentation, at: offset) }
  }

  /// Records the fault and goes on to the next line that is indented no more than `column`.
  private mutating func recover(from fault: DataFault, column blockColumn: Int) throws(DataFault) {
    faults.append(fault)
    guard faults.count < maximumFaults, fault.message.code != "too-deep",
      fault.message.code != "unterminated-string",
      fault.message.code != "aliases-too-large"
    else {
      throw faults.removeLast()
    }
    offset = max(offset, fault.offset)
    repeat {
      skipToLineEnd()
      if offset >= bytes.count { return }
      skipLineBreak()
      _ = skipToContent()
    } while offset < bytes.count && column > blockColumn && !atDocumentMarker()
  }

  // MARK: Mappings

  /// Reads a mapping; `firstKey` was read already, and `offset` is at its colon.
  private mutating func blockMapping(
    column mappingColumn: Int, firstKey: (text: String, start: Int)?
  ) throws(DataFault) -> DataNode {
    let start = firstKey?.start ?? offset
    let position = position(of: start)
    try enter(at: start)
    var pairs = YAMLPairs()
    var given = firstKey
    repeat {
      do throws(DataFault) {
        if let key = given {
          given = nil
          offset += 1
          try pair(key.text, at: key.start, parent: mappingColumn, into: &pairs)
        } else {
          try nextPair(column: mappingColumn, into: &pairs)
        }
        try expectEntryEnd(column: mappingColumn)
      } catch {
        try recover(from: error, column: mappingColumn)
      }
    } while column == mappingColumn && offset < bytes.count && !atDocumentMarker()
    leave()
    return DataNode(.mapping(try finish(pairs)), at: position)
  }

  private mutating func pair(
    _ key: String, at start: Int, parent: Int, into pairs: inout YAMLPairs
  ) throws(DataFault) {
    let keyPosition = position(of: start)
    let isPlain = isPlainMerge(at: start)
    do throws(DataFault) {
      let value = try blockNode(parent: parent, inline: false, listAtParent: true)
      pairs.add(key, at: start, keyPosition, value, isMerge: isPlain && key == "<<")
    } catch {
      // The key is known although its value is not: a later one of the same name is still a duplicate.
      pairs.add(key, at: start, keyPosition, DataNode(.scalar(.null), at: keyPosition), isMerge: false)
      throw error
    }
  }

  func isPlainMerge(at start: Int) -> Bool { start < bytes.count && bytes[start] == UInt8(ascii: "<") }

  private mutating func nextPair(column mappingColumn: Int, into pairs: inout YAMLPairs) throws(DataFault) {
    if let tab = tabInIndentation { throw DataFault(.tabIndentation, at: tab) }
    let start = offset
    if atExplicitKey { return try explicitPair(column: mappingColumn, into: &pairs) }
    guard !atListItem else { throw DataFault(.yamlItemAmongKeys, at: start) }
    let line = lineStart
    let properties = try properties()
    let keyStart = offset
    let node = try inlineNode(parent: mappingColumn, inFlow: false, mustBeText: true)
    let end = offset
    guard line == lineStart, atColonAfterKey() else { throw missingColon(from: keyStart, to: end) }
    anchors.define(properties?.anchor, node)
    let keyText = try key(of: node, from: keyStart, to: end)
    offset += 1
    try pair(keyText, at: start, parent: mappingColumn, into: &pairs)
  }

  /// The fault of a key without `: `, with the reason found on its line.
  private func missingColon(from start: Int, to end: Int) -> DataFault {
    DataFault(.yamlMissingColon(colonReason(from: start, to: end)), at: start)
  }

  private func colonReason(from start: Int, to end: Int) -> Message.MissingColon {
    let fullWidthColon: [UInt8] = [0xEF, 0xBC, 0x9A]
    for index in start..<max(start, end) {
      if isLineBreak(bytes[index]) { break }
      if bytes[index] == UInt8(ascii: ":") { return .noBlank }
      if index + 2 < end, bytes[index..<(index + 3)].elementsEqual(fullWidthColon) { return .fullWidth }
    }
    return .none
  }

  private mutating func explicitPair(column mappingColumn: Int, into pairs: inout YAMLPairs) throws(DataFault)
  {
    let start = offset
    offset += 1
    skipBlanks()
    let keyStart = offset
    let node = try blockNode(parent: mappingColumn, inline: true, listAtParent: false)
    guard case .scalar = node.content else { throw DataFault(.yamlUnsupported(.complexKey), at: start) }
    let keyText: String
    if let text = node.text {
      keyText = text
    } else {
      keyText = Self.text(of: node)
    }
    let keyPosition = position(of: keyStart)
    try expectEntryEnd(column: mappingColumn)
    guard column == mappingColumn, peek() == UInt8(ascii: ":"), isBlankOrEnd(1) else {
      pairs.add(keyText, at: keyStart, keyPosition, DataNode(.scalar(.null), at: keyPosition), isMerge: false)
      return
    }
    offset += 1
    let value = try blockNode(parent: mappingColumn, inline: true, listAtParent: true)
    pairs.add(keyText, at: keyStart, keyPosition, value, isMerge: false)
  }
}
