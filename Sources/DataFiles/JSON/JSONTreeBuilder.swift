import Diagnostics

/// Makes a tree of a JSON text's events, without recursion.
struct JSONTreeBuilder {
  private var reader: JSONEventReader
  private var tracker: PositionTracker
  private var levels: [Level] = []
  /// The values of all open lists and mappings, innermost last.
  private var values: [DataNode] = []
  /// The keys of all open mappings, innermost last.
  private var keys: [Key] = []
  private var duplicates = DuplicateKeys()
  /// The keys of the mapping that was closed last and had no duplicates; records of a list have the same ones.
  private var sound: [String] = []

  /// A list or mapping that is not closed yet.
  private struct Level {
    var isObject: Bool
    var position: Position
    /// Where its values begin in `values`, and its keys in `keys`.
    var firstValue: Int
    var firstKey: Int
  }

  private struct Key {
    var text: String
    var position: Position
    var offset: Int
  }

  init(_ bytes: [UInt8], from start: Int) {
    reader = JSONEventReader(bytes, from: start)
    tracker = PositionTracker(from: start)
  }

  /// The tree, unless the text is not JSON, and the faults.
  mutating func read() -> (DataNode?, [DataFault]) {
    do throws(DataFault) {
      while reader.faults.count + duplicates.faults.count < maximumFaults {
        let event = try reader.next()
        let position = tracker.position(of: reader.eventStart, in: reader.bytes)
        switch event {
        case .beginObject: open(isObject: true, position)
        case .beginArray: open(isObject: false, position)
        case .endObject, .endArray: close()
        case .key(let key): keys.append(Key(text: key, position: position, offset: reader.eventStart))
        case .scalar(let scalar): values.append(DataNode(.scalar(scalar), at: position))
        case .end: return (values.first, reader.faults + duplicates.faults)
        }
      }
      return (nil, reader.faults + duplicates.faults)
    } catch {
      return (nil, reader.faults + duplicates.faults + [error])
    }
  }

  private mutating func open(isObject: Bool, _ position: Position) {
    levels.append(
      Level(isObject: isObject, position: position, firstValue: values.count, firstKey: keys.count))
  }

  private mutating func close() {
    guard let level = levels.popLast() else { return }
    let content: DataNode.Content =
      level.isObject ? .mapping(entries(of: level)) : .list(Array(values[level.firstValue...]))
    values.removeSubrange(level.firstValue...)
    values.append(DataNode(content, at: level.position))
  }

  private mutating func entries(of level: Level) -> [DataNode.Entry] {
    var entries: [DataNode.Entry] = []
    entries.reserveCapacity(keys.count - level.firstKey)
    for (index, key) in keys[level.firstKey...].enumerated() {
      entries.append(.init(key: key.text, keyPosition: key.position, value: values[level.firstValue + index]))
    }
    if !isSound(entries) {
      let before = duplicates.faults.count
      let offsets = keys[level.firstKey...].map(\.offset)
      duplicates.check(entries) { offsets[$0] }
      if duplicates.faults.count == before { sound = entries.map(\.key) }
    }
    keys.removeSubrange(level.firstKey...)
    return entries
  }

  /// Whether the keys are those of the last mapping without duplicates, in the same order.
  private func isSound(_ entries: [DataNode.Entry]) -> Bool {
    guard entries.count == sound.count else { return false }
    for index in entries.indices where entries[index].key != sound[index] { return false }
    return true
  }
}
