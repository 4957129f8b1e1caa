import Diagnostics

/// Makes a tree of a JSON text's events, without recursion.
struct JSONTreeBuilder {
  private var reader: JSONEventReader
  private var tracker: PositionTracker
  private var open: [Level] = []
  private var duplicates = DuplicateKeys()

  /// A list or mapping that is not closed yet.
  private struct Level {
    var isObject: Bool
    var position: Position
    var items: [DataNode] = []
    var entries: [DataNode.Entry] = []
    var keyOffsets: [Int] = []
    var key: (text: String, position: Position)?
  }

  init(_ bytes: [UInt8], from start: Int) {
    reader = JSONEventReader(bytes, from: start)
    tracker = PositionTracker(from: start)
  }

  /// The tree, unless the text is not JSON, and the faults.
  mutating func read() -> (DataNode?, [DataFault]) {
    var root: DataNode?
    do throws(DataFault) {
      while reader.faults.count + duplicates.faults.count < maximumFaults {
        let event = try reader.next()
        let position = tracker.position(of: reader.eventStart, in: reader.bytes)
        switch event {
        case .beginObject: open.append(Level(isObject: true, position: position))
        case .beginArray: open.append(Level(isObject: false, position: position))
        case .endObject, .endArray:
          if let node = close() { root = node }
        case .key(let key):
          open[open.count - 1].key = (key, position)
          open[open.count - 1].keyOffsets.append(reader.eventStart)
        case .scalar(let scalar):
          if let node = add(DataNode(.scalar(scalar), at: position)) { root = node }
        case .end: return (root, reader.faults + duplicates.faults)
        }
      }
      return (nil, reader.faults + duplicates.faults)
    } catch {
      return (nil, reader.faults + duplicates.faults + [error])
    }
  }

  private mutating func close() -> DataNode? {
    guard let level = open.popLast() else { return nil }
    guard level.isObject else { return add(DataNode(.list(level.items), at: level.position)) }
    duplicates.check(level.entries) { level.keyOffsets[$0] }
    return add(DataNode(.mapping(level.entries), at: level.position))
  }

  /// Adds a node to the innermost open level; gives it back if there is none, for it is the root.
  private mutating func add(_ node: DataNode) -> DataNode? {
    guard let last = open.indices.last else { return node }
    if open[last].isObject, let key = open[last].key {
      open[last].entries.append(.init(key: key.text, keyPosition: key.position, value: node))
    } else {
      open[last].items.append(node)
    }
    return nil
  }
}
