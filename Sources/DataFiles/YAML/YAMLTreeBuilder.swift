import Diagnostics
internal import Yams

/// Makes a tree of the nodes that Yams read.
struct YAMLTreeBuilder {
  private let text: YAMLText
  private let lines: YAMLLines
  private let keys: DisguisedKeys
  private var depth = 0
  private var anchors = YAMLAnchors()
  private var duplicates = DuplicateKeys()
  private var faults: [DataFault] = []

  init(text: YAMLText, lines: YAMLLines, keys: DisguisedKeys) {
    self.text = text
    self.lines = lines
    self.keys = keys
  }

  /// The tree, unless reading was given up, and the faults.
  mutating func build(_ root: Node?) -> (DataNode?, [DataFault]) {
    guard let root else { return (DataNode(.scalar(.null), at: .start), []) }
    do throws(DataFault) {
      let node = try self.node(root)
      return (node, faults + duplicates.faults)
    } catch {
      return (nil, faults + duplicates.faults + [error])
    }
  }

  /// - Throws: a fault after which there is no going on; others are recorded.
  private mutating func node(_ node: Node) throws(DataFault) -> DataNode {
    let position = Self.position(of: node)
    let result: DataNode
    switch node {
    case .scalar(let scalar):
      if let alias = try alias(scalar, at: position) { return alias }
      result = DataNode(.scalar(try value(of: scalar, at: position)), at: position)
    case .sequence(let sequence):
      try checkTag(sequence.tag, at: position)
      try enter(at: position)
      var items: [DataNode] = []
      for item in sequence { items.append(try self.node(item)) }
      depth -= 1
      result = DataNode(.list(items), at: position)
    case .mapping(let mapping):
      try checkTag(mapping.tag, at: position)
      try enter(at: position)
      result = DataNode(.mapping(try entries(of: mapping, at: position)), at: position)
      depth -= 1
    case .alias: throw DataFault(.yamlBadAnchor, at: lines.offset(of: position))
    }
    anchors.define(node.anchor?.rawValue, result)
    return result
  }

  private static func position(of node: Node) -> Position { node.mark.map { Position($0) } ?? .start }

  private mutating func enter(at position: Position) throws(DataFault) {
    guard depth < YAMLReader.maximumDepth else {
      throw DataFault(.tooDeep(maximum: YAMLReader.maximumDepth), at: lines.offset(of: position))
    }
    depth += 1
  }

  /// Records a fault, and lets reading go on unless there are too many.
  private mutating func record(_ message: Message, at position: Position) throws(DataFault) {
    let fault = DataFault(message, at: lines.offset(of: position))
    guard faults.count + 1 < maximumFaults else { throw fault }
    faults.append(fault)
  }

  // MARK: Scalars

  private mutating func value(of scalar: Node.Scalar, at position: Position) throws(DataFault) -> Scalar {
    let text = text.original(scalar.string)
    try checkTag(scalar.tag, at: position)
    guard scalar.style == .plain, scalar.tag.rawValue != "tag:yaml.org,2002:str" else { return .string(text) }
    let (value, message) = resolveYAML(text)
    if let message { try record(message, at: position) }
    return value
  }

  private mutating func checkTag(_ tag: Tag, at position: Position) throws(DataFault) {
    switch tag.rawValue {
    case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float",
      "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq",
      "tag:yaml.org,2002:timestamp":
      break
    default: try record(.yamlUnsupported(.tag), at: position)
    }
  }

  /// What an alias stands for; nil if the scalar is none.
  private mutating func alias(_ scalar: Node.Scalar, at position: Position) throws(DataFault) -> DataNode? {
    guard scalar.style == .plain, scalar.string.unicodeScalars.first == YAMLText.asterisk else { return nil }
    let name = String(scalar.string.unicodeScalars.dropFirst())
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isName, !name.isEmpty, scalar.anchor == nil else {
      try record(.yamlBadAnchor, at: position)
      return DataNode(.scalar(.null), at: position)
    }
    if let node = try anchors.unfold(name, at: lines.offset(of: position), depth: depth) { return node }
    try record(.unknownAnchor(name), at: position)
    return DataNode(.scalar(.null), at: position)
  }

  // MARK: Mappings

  /// The entries, merged ones last and only where the mapping has none of its own; records duplicate keys.
  private mutating func entries(of mapping: Node.Mapping, at position: Position) throws(DataFault)
    -> [DataNode.Entry]
  {
    var entries: [DataNode.Entry] = []
    var merged: [DataNode] = []
    for (keyNode, valueNode) in mapping {
      let keyPosition = Self.position(of: keyNode)
      let key = try self.key(keyNode, at: keyPosition)
      let value = try node(valueNode)
      guard let key else { continue }
      if key == "<<", keyNode.scalar?.style == .plain {
        try merge(value, into: &merged)
      } else {
        if value.isNull { try checkJoinedPair(key, keyNode, at: keyPosition, in: position) }
        entries.append(.init(key: key, keyPosition: keyPosition, value: value))
      }
    }
    let lines = lines
    duplicates.check(entries) { lines.offset(of: entries[$0].keyPosition) }
    guard !merged.isEmpty else { return entries }
    var known = Set(entries.map(\.key))
    for entry in merged.lazy.flatMap({ $0.entries ?? [] }) where known.insert(entry.key).inserted {
      entries.append(entry)
    }
    return entries
  }

  /// Adds the mappings that `<<` is given.
  private mutating func merge(_ value: DataNode, into merged: inout [DataNode]) throws(DataFault) {
    for source in value.items ?? [value] {
      if source.entries == nil { try record(.yamlBadMerge, at: value.position) }
      merged.append(source)
    }
  }

  /// A key's text, which is what is written, not what it resolves to; nil if there was a fault.
  private mutating func key(_ node: Node, at position: Position) throws(DataFault) -> String? {
    guard let scalar = node.scalar else {
      try record(.yamlUnsupported(.complexKey), at: position)
      return nil
    }
    if let alias = try alias(scalar, at: position) {
      if let scalar = alias.scalar { return scalar.written }
      try record(.yamlUnsupported(.complexKey), at: position)
      return nil
    }
    if scalar.string.isEmpty, scalar.style == .plain {
      try record(.yamlEmptyKey, at: position)
      return nil
    }
    let key = text.original(keys.names[position] ?? scalar.string)
    anchors.define(scalar.anchor?.rawValue, DataNode(.scalar(.string(key)), at: position))
    return key
  }

  /// Records a key without a value in braces that has a colon inside, half or full width, as in `{a:1}`.
  private mutating func checkJoinedPair(
    _ key: String, _ node: Node, at position: Position, in mapping: Position
  ) throws(DataFault) {
    guard node.scalar?.style == .plain, key.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }),
      lines.byte(at: lines.offset(of: mapping)) == UInt8(ascii: "{")
    else { return }
    try record(.yamlMissingColon(.noBlank), at: position)
  }
}

extension Scalar {
  /// The text for a scalar that an alias made a key.
  fileprivate var written: String {
    switch self {
    case .bool(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let text), .string(let text): text
    case .date(let date): date.description
    case .null: "null"
    }
  }
}
