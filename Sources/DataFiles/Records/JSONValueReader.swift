import Diagnostics
import TemplateLanguage

/// Reads JSON texts as values of the template language, without the spots at which things stand; keys are shared by
/// the texts.
struct JSONValueReader: Sendable {
  private var keys = JSONKeyCache()

  /// The value of a text.
  ///
  /// - Throws: what is wrong with it, by the offset in `text`.
  mutating func read(_ text: [UInt8]) throws(JSONFaults) -> Value {
    if let fault = textFault(in: text) { throw JSONFaults(all: [fault]) }
    var builder = Builder(JSONEventReader(text, from: 0, keys: keys))
    let value = builder.read()
    keys = builder.reader.keyCache
    if let value, builder.faults.isEmpty { return value }
    throw JSONFaults(all: builder.faults.sorted { $0.offset < $1.offset })
  }

  private struct Builder {
    var reader: JSONEventReader
    private(set) var faults: [DataFault] = []
    private var lists: [[Value]] = []
    private var mappings: [Mapping] = []
    private var pendingKeys: [String] = []
    /// Whether each open level is a mapping.
    private var levels: [Bool] = []
    private var result: Value?

    init(_ reader: JSONEventReader) { self.reader = reader }

    mutating func read() -> Value? {
      do throws(DataFault) {
        while reader.faults.count + faults.count < maximumFaults {
          switch try reader.next() {
          case .beginObject:
            levels.append(true)
            mappings.append(Mapping())
          case .beginArray:
            levels.append(false)
            lists.append([])
          case .endObject:
            levels.removeLast()
            add(.mapping(mappings.removeLast()))
          case .endArray:
            levels.removeLast()
            add(.list(lists.removeLast()))
          case .key(let key):
            if mappings[mappings.count - 1][key] != nil {
              faults.append(DataFault(.repeatedKey(key), at: reader.eventStart))
            }
            pendingKeys.append(key)
          case .scalar(let scalar): add(scalar.value)
          case .end:
            faults += reader.faults
            return result
          }
        }
      } catch {
        faults.append(error)
      }
      faults += reader.faults
      return nil
    }

    private mutating func add(_ value: Value) {
      switch levels.last {
      case nil: result = value
      case false?: lists[lists.count - 1].append(value)
      case true?: mappings[mappings.count - 1][pendingKeys.removeLast()] = value
      }
    }
  }
}

/// Everything wrong with a JSON text.
struct JSONFaults: Error {
  let all: [DataFault]
}
