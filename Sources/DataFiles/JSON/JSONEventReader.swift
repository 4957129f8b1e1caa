import Diagnostics

/// Reads a JSON text (RFC 8259) event by event, so that a long array need not be held whole.
///
/// It is strict: no comments, no trailing commas, no single quotes. It calls nothing recursively.
struct JSONEventReader {
  /// The deepest nesting read.
  static let maximumDepth = 512

  let bytes: [UInt8]
  /// The next byte to read.
  var offset: Int
  /// Where the last event began.
  private(set) var eventStart: Int
  /// Faults after which reading goes on.
  var faults: [DataFault] = []
  /// Whether each open level is an object.
  private var levels: [Bool] = []
  private var expected = Expected.value
  var keyCache: JSONKeyCache

  private enum Expected {
    case value
    case firstKeyOrEnd
    case key
    case firstItemOrEnd
    case commaOrEnd
    case end
  }

  /// - Parameter keys: keys met in other texts.
  init(_ bytes: [UInt8], from start: Int, keys: JSONKeyCache = JSONKeyCache()) {
    self.bytes = bytes
    keyCache = keys
    offset = start
    eventStart = start
  }

  /// How many arrays and objects are open.
  var depth: Int { levels.count }

  /// The next event.
  ///
  /// - Throws: the first thing that is not JSON; nothing more can be read then.
  mutating func next() throws(DataFault) -> JSONEvent {
    while true {
      skipBlanks()
      eventStart = offset
      switch expected {
      case .value: return try value()
      case .firstItemOrEnd:
        return current == UInt8(ascii: "]") ? close() : try value()
      case .firstKeyOrEnd:
        return current == UInt8(ascii: "}") ? close() : try key()
      case .key: return try key()
      case .commaOrEnd:
        if current == UInt8(ascii: ",") {
          offset += 1
          expected = inObject ? .key : .value
        } else if current == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          return close()
        } else {
          throw fault(.jsonExpected(inObject ? .commaOrBrace : .commaOrBracket))
        }
      case .end:
        guard offset >= bytes.count else { throw fault(.jsonExpected(.end)) }
        return .end
      }
    }
  }

  private var inObject: Bool { levels.last == true }

  /// The byte to read; 0, which JSON nowhere allows, at the end.
  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func fault(_ message: Message) -> DataFault {
    offset >= bytes.count ? DataFault(.unexpectedEnd, at: bytes.count) : DataFault(message, at: offset)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func close() -> JSONEvent {
    offset += 1
    let wasObject = levels.removeLast()
    expected = levels.isEmpty ? .end : .commaOrEnd
    return wasObject ? .endObject : .endArray
  }

  private mutating func key() throws(DataFault) -> JSONEvent {
    guard current == UInt8(ascii: "\"") else { throw fault(.jsonExpected(.key)) }
    let key = try readKey()
    skipBlanks()
    guard current == UInt8(ascii: ":") else { throw fault(.jsonExpected(.colon)) }
    offset += 1
    expected = .value
    return .key(key)
  }

  private mutating func open(object: Bool) throws(DataFault) {
    guard levels.count < Self.maximumDepth else {
      throw fault(.tooDeep(maximum: Self.maximumDepth))
    }
    levels.append(object)
    offset += 1
    expected = object ? .firstKeyOrEnd : .firstItemOrEnd
  }

  private mutating func value() throws(DataFault) -> JSONEvent {
    switch current {
    case UInt8(ascii: "{"):
      try open(object: true)
      return .beginObject
    case UInt8(ascii: "["):
      try open(object: false)
      return .beginArray
    default: break
    }
    let scalar = try readScalar()
    expected = levels.isEmpty ? .end : .commaOrEnd
    return .scalar(scalar)
  }

  private mutating func readScalar() throws(DataFault) -> Scalar {
    switch current {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try readNumber()
    default: throw fault(.jsonExpected(.value))
    }
  }

  private mutating func word(_ word: StaticString, _ scalar: Scalar) throws(DataFault) -> Scalar {
    let letters = Array(word.description.utf8)
    guard offset + letters.count <= bytes.count,
      bytes[offset..<(offset + letters.count)].elementsEqual(letters)
    else { throw DataFault(.jsonExpected(.value), at: offset) }
    offset += letters.count
    return scalar
  }
}
