import DataFiles

/// Lays an edition's definition over the one it extends.
///
/// Mappings are joined key by key. Of lists whose items have ids, an item is joined with the one of the same
/// id; with `replace: true` it takes that one's place, with `remove: true` it takes it away. Any other value
/// takes the place of the extended one's.
enum FormOverlay {
  static func apply(_ overlay: DataNode, to base: DataNode) -> DataNode {
    switch (base.content, overlay.content) {
    case (.mapping(let old), .mapping(let new)):
      DataNode(.mapping(join(old, new)), at: overlay.position)
    case (.list(let old), .list(let new)) where (old + new).allSatisfy({ id(of: $0) != nil }):
      DataNode(.list(join(old, new)), at: overlay.position)
    default: overlay
    }
  }

  private static func join(_ base: [DataNode.Entry], _ overlay: [DataNode.Entry]) -> [DataNode.Entry] {
    var entries = base
    for entry in overlay {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[index].value = apply(entry.value, to: entries[index].value)
        entries[index].keyPosition = entry.keyPosition
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  private static func join(_ base: [DataNode], _ overlay: [DataNode]) -> [DataNode] {
    var items = base
    for item in overlay {
      guard let index = items.firstIndex(where: { id(of: $0) == id(of: item) }) else {
        items.append(item)
        continue
      }
      if isSet("remove", in: item) {
        items.remove(at: index)
      } else if isSet("replace", in: item) {
        items[index] = without("replace", item)
      } else {
        items[index] = apply(item, to: items[index])
      }
    }
    return items
  }

  private static func id(of node: DataNode) -> String? { node["id"]?.text }

  private static func isSet(_ key: String, in node: DataNode) -> Bool {
    node[key]?.scalar == .bool(true)
  }

  private static func without(_ key: String, _ node: DataNode) -> DataNode {
    DataNode(.mapping((node.entries ?? []).filter { $0.key != key }), at: node.position)
  }

  /// The node with all positions unknown, so that no message gives one file's line as another's.
  static func withoutPositions(_ node: DataNode) -> DataNode {
    let nowhere = Position(line: 0, column: 0)
    switch node.content {
    case .scalar: return DataNode(node.content, at: nowhere)
    case .list(let items): return DataNode(.list(items.map(withoutPositions)), at: nowhere)
    case .mapping(let entries):
      let stripped = entries.map { entry in
        DataNode.Entry(key: entry.key, keyPosition: nowhere, value: withoutPositions(entry.value))
      }
      return DataNode(.mapping(stripped), at: nowhere)
    }
  }
}
