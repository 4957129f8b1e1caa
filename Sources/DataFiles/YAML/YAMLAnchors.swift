/// What anchors stand for, and how much their aliases have unfolded.
struct YAMLAnchors {
  /// The most nodes that all aliases of a file together may stand for.
  static let maximumUnfolded = 100_000

  private var nodes: [String: DataNode] = [:]
  private var unfolded = 0

  mutating func define(_ name: String?, _ node: DataNode) {
    if let name { nodes[name] = node }
  }

  /// The node for an alias, which stands at `depth`; its size is measured here, where the limit also bounds
  /// the work of measuring.
  mutating func unfold(_ name: String, at offset: Int, depth: Int) throws(DataFault) -> DataNode {
    guard let node = nodes[name] else { throw DataFault(.unknownAnchor(name), at: offset) }
    try measure(node, at: offset, depth: depth)
    return node
  }

  private mutating func measure(_ node: DataNode, at offset: Int, depth: Int) throws(DataFault) {
    unfolded += 1
    guard unfolded <= Self.maximumUnfolded else {
      throw DataFault(.aliasesTooLarge(maximum: Self.maximumUnfolded), at: offset)
    }
    guard depth <= YAMLParser.maximumDepth else {
      throw DataFault(.tooDeep(maximum: YAMLParser.maximumDepth), at: offset)
    }
    switch node.content {
    case .scalar: break
    case .list(let items):
      for item in items { try measure(item, at: offset, depth: depth + 1) }
    case .mapping(let entries):
      for entry in entries { try measure(entry.value, at: offset, depth: depth + 1) }
    }
  }
}

/// What stands before a node: an anchor, a tag.
struct YAMLProperties {
  var anchor: String?
  var tag: Tag?
  /// Where the first of them begins.
  var start: Int

  /// A tag as far as it matters here.
  enum Tag {
    /// `!` or `!!str`: the scalar is text.
    case text
    /// Another tag of the core schema: the scalar is resolved as without it.
    case core
  }
}

extension YAMLParser {
  /// Reads anchors and tags before a node, as far as they stand on this line.
  mutating func properties() throws(DataFault) -> YAMLProperties? {
    var found: YAMLProperties?
    while peek() == UInt8(ascii: "&") || peek() == UInt8(ascii: "!") {
      let start = offset
      var next = found ?? YAMLProperties(start: start)
      offset += 1
      let word = propertyWord()
      if bytes[start] == UInt8(ascii: "&") {
        guard !word.isEmpty, next.anchor == nil else { throw DataFault(.yamlBadAnchor, at: start) }
        next.anchor = word
      } else {
        guard next.tag == nil, let tag = Self.tag(word) else {
          throw DataFault(.yamlUnsupported(.tag), at: start)
        }
        next.tag = tag
      }
      guard isBlankOrEnd() || isFlowIndicator(peek()) else { throw DataFault(.yamlBadAnchor, at: start) }
      found = next
      skipBlanks()
    }
    return found
  }

  /// Reads an alias; `offset` is at its `*`.
  mutating func alias() throws(DataFault) -> DataNode {
    let start = offset
    offset += 1
    let name = propertyWord()
    guard !name.isEmpty else { throw DataFault(.yamlBadAnchor, at: start) }
    return try anchors.unfold(name, at: start, depth: depth)
  }

  /// Reads up to the next blank or flow indicator.
  private mutating func propertyWord() -> String {
    let start = offset
    while !isBlankOrEnd(), !isFlowIndicator(peek()) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static func tag(_ word: String) -> YAMLProperties.Tag? {
    switch word {
    case "", "!str", "<tag:yaml.org,2002:str>": .text
    case "!int", "!float", "!bool", "!null", "!map", "!seq", "!timestamp": .core
    default: nil
    }
  }

  func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
