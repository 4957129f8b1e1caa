/// Finds keys that a mapping has twice.
struct DuplicateKeys {
  private(set) var faults: [DataFault] = []

  /// Records a fault for each key that stood in the same mapping before.
  ///
  /// - Parameter offset: where the key of the entry with this index begins, in bytes.
  mutating func check(_ entries: [DataNode.Entry], offset: (Int) -> Int) {
    if entries.count <= 12 {
      for index in entries.indices.dropFirst() {
        for earlier in 0..<index where entries[earlier].key == entries[index].key {
          record(entries[index], first: entries[earlier], at: offset(index))
          break
        }
      }
    } else {
      var seen: [String: Int] = [:]
      seen.reserveCapacity(entries.count)
      for index in entries.indices {
        if let earlier = seen[entries[index].key] {
          record(entries[index], first: entries[earlier], at: offset(index))
        } else {
          seen[entries[index].key] = index
        }
      }
    }
  }

  private mutating func record(_ entry: DataNode.Entry, first: DataNode.Entry, at offset: Int) {
    guard faults.count < maximumFaults else { return }
    faults.append(DataFault(.duplicateKey(entry.key, firstLine: first.keyPosition.line), at: offset))
  }
}
