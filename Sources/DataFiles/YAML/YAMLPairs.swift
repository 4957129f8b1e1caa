/// The entries of a mapping that is being read.
struct YAMLPairs {
  private(set) var entries: [DataNode.Entry] = []
  private(set) var offsets: [Int] = []
  /// The values of `<<`, with their spots.
  private(set) var merged: [(node: DataNode, offset: Int)] = []

  mutating func add(_ key: String, at offset: Int, _ position: Position, _ value: DataNode, isMerge: Bool) {
    if isMerge {
      merged.append((value, offset))
    } else {
      entries.append(.init(key: key, keyPosition: position, value: value))
      offsets.append(offset)
    }
  }
}

extension YAMLParser {
  /// The entries, merged ones last and only where the mapping has none of its own; records duplicate keys.
  mutating func finish(_ pairs: YAMLPairs) throws(DataFault) -> [DataNode.Entry] {
    duplicates.check(pairs.entries, offsets: pairs.offsets)
    var entries = pairs.entries
    guard !pairs.merged.isEmpty else { return entries }
    var known = Set(entries.map(\.key))
    for (node, offset) in pairs.merged {
      for source in node.items ?? [node] {
        guard let additions = source.entries else { throw DataFault(.yamlBadMerge, at: offset) }
        for entry in additions where known.insert(entry.key).inserted { entries.append(entry) }
      }
    }
    return entries
  }
}
