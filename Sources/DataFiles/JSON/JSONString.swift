/// Keys met before, so that the keys of many like objects share one string each.
struct JSONKeyCache: Sendable {
  private var slots = [(bytes: [UInt8], key: String)?](repeating: nil, count: 256)

  /// The string for a key's bytes; nil if it is not there.
  func find(_ key: ArraySlice<UInt8>) -> String? {
    guard let slot = slots[Self.slot(of: key)], slot.bytes.elementsEqual(key) else { return nil }
    return slot.key
  }

  mutating func insert(_ key: ArraySlice<UInt8>) -> String {
    let string = String(decoding: key, as: UTF8.self)
    slots[Self.slot(of: key)] = (Array(key), string)
    return string
  }

  private static func slot(of key: ArraySlice<UInt8>) -> Int {
    guard let first = key.first, let last = key.last else { return 0 }
    let middle = key[key.startIndex + key.count / 2]
    return (Int(first) &* 31 &+ Int(middle) &* 7 &+ Int(last) &* 17 &+ key.count) & 255
  }
}

extension JSONEventReader {
  /// Reads a key; `offset` is at its quotation mark.
  mutating func readKey() throws(DataFault) -> String {
    let start = offset + 1
    let end = plainEnd(from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\""), end - start <= 64 else {
      return try readString()
    }
    offset = end + 1
    return keyCache.find(bytes[start..<end]) ?? keyCache.insert(bytes[start..<end])
  }

  /// Reads a string; `offset` is at its quotation mark.
  mutating func readString() throws(DataFault) -> String {
    let start = offset + 1
    let end = plainEnd(from: start)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return try readEscapedString(from: start)
  }

  /// The first byte from `start` on that ends a run of plain characters: a quotation mark, a backslash or a
  /// control character.
  private func plainEnd(from start: Int) -> Int {
    var index = start
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      index += 1
    }
    return index
  }

  private mutating func readEscapedString(from start: Int) throws(DataFault) -> String {
    let quote = start - 1
    var text: [UInt8] = []
    offset = start
    while true {
      let end = plainEnd(from: offset)
      text.append(contentsOf: bytes[offset..<end])
      offset = end
      guard end < bytes.count else { throw DataFault(.unterminatedString, at: quote) }
      switch bytes[end] {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0x0A, 0x0D: throw DataFault(.unterminatedString, at: quote)
      default:
        faults.append(DataFault(.controlCharacter(UInt32(bytes[end])), at: end))
        offset += 1
      }
      if faults.count > maximumFaults { throw faults.removeLast() }
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(DataFault) {
    let start = offset
    offset += 1
    guard offset < bytes.count else { throw DataFault(.unexpectedEnd, at: bytes.count) }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try readUnicodeEscape(from: start, into: &text)
    default: faults.append(DataFault(.invalidEscape, at: start))
    }
  }

  private mutating func readUnicodeEscape(from start: Int, into text: inout [UInt8]) throws(DataFault) {
    guard let unit = hexadecimal() else {
      faults.append(DataFault(.invalidEscape, at: start))
      return
    }
    if let scalar = Unicode.Scalar(unit) {
      text.append(contentsOf: Array(String(scalar).utf8))
      return
    }
    let second = offset
    if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      if let low = hexadecimal(), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        text.append(contentsOf: Array(String(scalar).utf8))
        return
      }
      offset = second
    }
    faults.append(DataFault(.loneSurrogate, at: start))
  }

  /// Reads four hexadecimal digits; nil, and nothing read, if they are not there.
  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var number: UInt32 = 0
    for index in offset..<(offset + 4) {
      guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
      number = number << 4 | digit
    }
    offset += 4
    return number
  }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
