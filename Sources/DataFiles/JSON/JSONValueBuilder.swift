import TemplateLanguage

/// Makes values of a JSON text's events at once, without a tree that knows where each stands.
///
/// Records of a list that have the same keys share them.
struct JSONValueBuilder {
  private var reader: JSONEventReader
  private var levels: [Level] = []
  /// The values of all open lists and mappings, innermost last.
  private var values: [Value] = []
  /// The keys of all open mappings, innermost last.
  private var keys: [String] = []
  /// The mapping that was closed last, whose keys the next one is likely to have.
  private var latest = Mapping()

  /// A list or mapping that is not closed yet.
  private struct Level {
    /// Where its values begin in `values`, and its keys in `keys`.
    let firstValue: Int
    let firstKey: Int
  }

  init(_ bytes: [UInt8], from start: Int) {
    reader = JSONEventReader(bytes, from: start)
  }

  /// The value; nil if there is anything wrong, which a `JSONTreeBuilder` then finds with its place.
  mutating func read() -> Value? {
    while reader.faults.isEmpty {
      guard let event = try? reader.next() else { return nil }
      switch event {
      case .beginObject, .beginArray:
        levels.append(Level(firstValue: values.count, firstKey: keys.count))
      case .endObject:
        guard let level = levels.popLast(), let mapping = mapping(of: level) else { return nil }
        close(level, .mapping(mapping))
      case .endArray:
        guard let level = levels.popLast() else { return nil }
        close(level, .list(Array(values[level.firstValue...])))
      case .key(let key): keys.append(key)
      case .scalar(let scalar): values.append(scalar.value)
      case .end: return reader.faults.isEmpty ? values.first : nil
      }
    }
    return nil
  }

  private mutating func close(_ level: Level, _ value: Value) {
    values.removeSubrange(level.firstValue...)
    keys.removeSubrange(level.firstKey...)
    values.append(value)
  }

  /// The entries of a level; nil if a key is there twice.
  private mutating func mapping(of level: Level) -> Mapping? {
    let count = keys.count - level.firstKey
    var mapping: Mapping
    if hasKeys(of: latest, level) {
      mapping = latest
      for index in 0..<count { mapping.entries.values[index] = values[level.firstValue + index] }
    } else {
      mapping = Mapping(minimumCapacity: count)
      for index in 0..<count { mapping[keys[level.firstKey + index]] = values[level.firstValue + index] }
      guard mapping.count == count else { return nil }
    }
    latest = mapping
    return mapping
  }

  private func hasKeys(of mapping: Mapping, _ level: Level) -> Bool {
    guard mapping.count == keys.count - level.firstKey else { return false }
    for index in 0..<mapping.count {
      guard case .string(let key) = mapping.entries.keys[index],
        key.isSameText(as: keys[level.firstKey + index])
      else {
        return false
      }
    }
    return true
  }
}
