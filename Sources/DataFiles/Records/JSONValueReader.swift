import Diagnostics
import TemplateLanguage

/// Reads JSON texts as values of the template language, without the spots at which things stand.
///
/// Keys are shared by the texts, and mappings that have the same keys in the same order share all they know of
/// them: of a large table only the values take time and memory.
struct JSONValueReader: Sendable {
  private var keys = JSONKeyCache()
  /// The mapping that was closed last, whose keys the next one is likely to have.
  private var latest = Mapping()

  /// The value of a text.
  ///
  /// - Parameter start: the first byte after a byte order mark.
  /// - Throws: what is wrong with it, by the offset in `text`.
  mutating func read(_ text: [UInt8], from start: Int = 0) throws(JSONFaults) -> Value {
    if let fault = textFault(in: text) { throw JSONFaults(all: [fault]) }
    var builder = Builder(JSONEventReader(text, from: start, keys: keys), latest)
    let value = builder.read()
    keys = builder.reader.keyCache
    latest = builder.latest
    if let value, builder.faults.isEmpty { return value }
    throw JSONFaults(all: builder.faults.sorted { $0.offset < $1.offset })
  }

  private struct Builder {
    var reader: JSONEventReader
    private(set) var latest: Mapping
    private(set) var faults: [DataFault] = []
    private var levels: [Level] = []
    /// The values of all open lists and mappings, innermost last.
    private var values: [Value] = []
    /// The keys of all open mappings, innermost last.
    private var keys: [Key] = []

    /// Where a list's or mapping's values begin in `values`, and its keys in `keys`.
    private struct Level {
      let firstValue: Int
      let firstKey: Int
    }

    private struct Key {
      let text: String
      let offset: Int
    }

    init(_ reader: JSONEventReader, _ latest: Mapping) {
      self.reader = reader
      self.latest = latest
    }

    mutating func read() -> Value? {
      do throws(DataFault) {
        while reader.faults.count + faults.count < maximumFaults {
          switch try reader.next() {
          case .beginObject, .beginArray:
            levels.append(Level(firstValue: values.count, firstKey: keys.count))
          case .endObject: closeMapping()
          case .endArray: closeList()
          case .key(let key): keys.append(Key(text: key, offset: reader.eventStart))
          case .scalar(let scalar): values.append(scalar.value)
          case .end:
            faults += reader.faults
            return values.first
          }
        }
      } catch {
        faults.append(error)
      }
      faults += reader.faults
      return nil
    }

    private mutating func closeList() {
      guard let level = levels.popLast() else { return }
      let list = Value.list(Array(values[level.firstValue...]))
      values.removeSubrange(level.firstValue...)
      values.append(list)
    }

    private mutating func closeMapping() {
      guard let level = levels.popLast() else { return }
      let count = keys.count - level.firstKey
      if hasKeys(latest, from: level.firstKey) {
        latest.replaceValues(with: values[level.firstValue...])
      } else {
        latest = Mapping(minimumCapacity: count)
        for index in 0..<count {
          let key = keys[level.firstKey + index]
          if latest[key.text] != nil { faults.append(DataFault(.repeatedKey(key.text), at: key.offset)) }
          latest[key.text] = values[level.firstValue + index]
        }
      }
      values.removeSubrange(level.firstValue...)
      keys.removeSubrange(level.firstKey...)
      values.append(.mapping(latest))
    }

    private func hasKeys(_ mapping: Mapping, from firstKey: Int) -> Bool {
      guard mapping.count == keys.count - firstKey else { return false }
      for index in 0..<mapping.count {
        guard mapping.hasKey(keys[firstKey + index].text, at: index) else { return false }
      }
      return true
    }
  }
}

/// Everything wrong with a JSON text.
struct JSONFaults: Error {
  let all: [DataFault]
}
