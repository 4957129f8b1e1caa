import Diagnostics

/// Makes a tree of the events that libyaml reads.
struct YAMLTreeBuilder: ~Copyable {
  private var reader: YAMLEventReader
  private let text: YAMLText
  private let lines: YAMLLines
  private var depth = 0
  private var isInComplexKey = false
  private var anchors = YAMLAnchors()
  private var duplicates = DuplicateKeys()
  private var faults: [DataFault] = []

  /// - Parameter lines: the lines of the file that `text` was made of.
  init(_ text: YAMLText, _ lines: YAMLLines) {
    self.text = text
    self.lines = lines
    reader = YAMLEventReader(text.bytes)
  }

  /// The tree, unless reading was given up, and the faults.
  mutating func build() -> (DataNode?, [DataFault]) {
    do throws(DataFault) {
      let node = try document()
      return (node, faults + duplicates.faults)
    } catch {
      return (nil, faults + duplicates.faults + [error])
    }
  }

  /// The only document.
  private mutating func document() throws(DataFault) -> DataNode {
    guard try next().kind == .documentStart else { return DataNode(.scalar(.null), at: .start) }
    let root = try node(try next())
    _ = try next()
    let end = try next()
    guard end.kind == .streamEnd else {
      throw DataFault(.severalDocuments, at: lines.offset(of: end.position))
    }
    return root
  }

  private mutating func next() throws(DataFault) -> YAMLEvent {
    do throws(YAMLError) {
      return try reader.next()
    } catch {
      throw YAMLSyntax(lines: lines).fault(for: error)
    }
  }

  /// The node that begins with an event.
  ///
  /// - Throws: a fault after which there is no going on; others are recorded.
  private mutating func node(_ event: YAMLEvent) throws(DataFault) -> DataNode {
    let position = event.position
    let result: DataNode
    switch event.kind {
    case .scalar(let written, let isPlain):
      if let alias = try alias(event) { return alias }
      result = DataNode(.scalar(try value(written, isPlain, event)), at: position)
    case .sequenceStart:
      try checkTag(event)
      try enter(at: position)
      var items: [DataNode] = []
      while true {
        let item = try next()
        if item.kind == .end { break }
        items.append(try node(item))
      }
      depth -= 1
      result = DataNode(.list(items), at: position)
    case .mappingStart:
      try checkTag(event)
      try enter(at: position)
      result = DataNode(.mapping(try entries(at: position)), at: position)
      depth -= 1
    case .alias, .documentStart, .documentEnd, .streamEnd, .end:
      throw DataFault(.yamlSyntax, at: lines.offset(of: position))
    }
    anchors.define(event.anchor, result)
    return result
  }

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

  private mutating func value(
    _ written: String, _ isPlain: Bool, _ event: YAMLEvent
  ) throws(DataFault) -> Scalar {
    let text = text.original(written)
    try checkTag(event)
    guard isPlain, event.tag != "tag:yaml.org,2002:str" else { return .string(text) }
    let (value, message) = resolveYAML(text)
    if let message { try record(message, at: event.position) }
    return value
  }

  private mutating func checkTag(_ event: YAMLEvent) throws(DataFault) {
    switch event.tag {
    case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float",
      "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq",
      "tag:yaml.org,2002:timestamp":
      break
    default: try record(.yamlUnsupported(.tag), at: event.position)
    }
  }

  /// What an alias stands for; nil if the scalar is none.
  private mutating func alias(_ event: YAMLEvent) throws(DataFault) -> DataNode? {
    guard case .scalar(let written, isPlain: true) = event.kind,
      written.unicodeScalars.first == YAMLText.asterisk
    else { return nil }
    let position = event.position
    let name = String(written.unicodeScalars.dropFirst())
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isName, !name.isEmpty, event.anchor == nil else {
      try record(.yamlBadAnchor, at: position)
      return DataNode(.scalar(.null), at: position)
    }
    if let node = try anchors.unfold(name, at: lines.offset(of: position), depth: depth) { return node }
    try record(.unknownAnchor(name), at: position)
    return DataNode(.scalar(.null), at: position)
  }

  // MARK: Mappings

  /// The entries, merged ones last and only where the mapping has none of its own; records duplicate keys.
  private mutating func entries(at position: Position) throws(DataFault) -> [DataNode.Entry] {
    var entries: [DataNode.Entry] = []
    var merged: [DataNode] = []
    while true {
      let keyEvent = try next()
      if keyEvent.kind == .end { break }
      let key = try self.key(keyEvent)
      let value = try node(try next())
      guard let key else { continue }
      let isPlain = if case .scalar(_, isPlain: true) = keyEvent.kind { true } else { false }
      if key == "<<", isPlain {
        try merge(value, into: &merged)
      } else {
        if isPlain, value.isNull { try checkJoinedPair(key, at: keyEvent.position, in: position) }
        entries.append(.init(key: key, keyPosition: keyEvent.position, value: value))
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
  private mutating func key(_ event: YAMLEvent) throws(DataFault) -> String? {
    let position = event.position
    guard case .scalar(let written, let isPlain) = event.kind else {
      try skipComplexKey(event)
      return nil
    }
    if let alias = try alias(event) {
      if let scalar = alias.scalar { return scalar.written }
      try record(.yamlUnsupported(.complexKey), at: position)
      return nil
    }
    if written.isEmpty, isPlain {
      try record(.yamlEmptyKey, at: position)
      return nil
    }
    let key = text.original(written)
    anchors.define(event.anchor, DataNode(.scalar(.string(key)), at: position))
    return key
  }

  /// Records a key that is a list or a mapping, once for all that are nested in it.
  private mutating func skipComplexKey(_ event: YAMLEvent) throws(DataFault) {
    let isNested = isInComplexKey
    isInComplexKey = true
    _ = try node(event)
    isInComplexKey = isNested
    if !isNested { try record(.yamlUnsupported(.complexKey), at: event.position) }
  }

  /// Records a key without a value in braces that has a colon inside, half or full width, as in `{a:1}`.
  private mutating func checkJoinedPair(
    _ key: String, at position: Position, in mapping: Position
  ) throws(DataFault) {
    guard key.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }),
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
