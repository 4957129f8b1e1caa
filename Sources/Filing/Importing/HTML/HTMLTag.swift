/// A piece of a web page.
enum HTMLPiece {
  case text(ArraySlice<UInt8>)
  case open(name: String, attributes: ArraySlice<UInt8>)
  case close(name: String)
}

/// Takes a web page apart, as forgiving as browsers are.
struct HTMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// An element whose content is no text, such as a script.
  private var raw: String?

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func next() -> HTMLPiece? {
    if let raw {
      self.raw = nil
      skip(to: raw)
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "<"), let piece = tag() { return piece }
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(bytes[start..<index])
  }

  /// A tag; an empty text for a comment or a declaration; nil if `<` is only a character.
  private mutating func tag() -> HTMLPiece? {
    let start = index
    guard index + 1 < bytes.count else { return nil }
    if bytes[index...].starts(with: Array("<!--".utf8)) {
      index += 4
      while index < bytes.count, !bytes[index...].starts(with: Array("-->".utf8)) { index += 1 }
      index = min(bytes.count, index + 3)
      return .text(bytes[index..<index])
    }
    let mark = bytes[index + 1]
    let isClosing = mark == UInt8(ascii: "/")
    let isDeclaration = mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    let first = isClosing ? index + 2 : index + 1
    guard isDeclaration || (first < bytes.count && (0x61...0x7A).contains(bytes[first] | 0x20)) else {
      return nil
    }
    var end = first
    var quote: UInt8?
    while end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    guard end < bytes.count else {
      // A quotation mark that never closes; the tag ends at the next angle.
      index = start
      guard let angle = bytes[first...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      return piece(first, angle, isClosing, isDeclaration)
    }
    return piece(first, end, isClosing, isDeclaration)
  }

  private mutating func piece(_ first: Int, _ end: Int, _ isClosing: Bool, _ isDeclaration: Bool) -> HTMLPiece
  {
    index = end + 1
    if isDeclaration { return .text(bytes[index..<index]) }
    let nameBytes = bytes[first..<end].prefix {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: ":")
    }
    let name = String(decoding: nameBytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    if isClosing { return .close(name: name) }
    if ["script", "style", "title", "noscript", "textarea", "select", "iframe"].contains(name) { raw = name }
    return .open(name: name, attributes: bytes[nameBytes.endIndex..<end])
  }

  private mutating func skip(to name: String) {
    let end = Array("</\(name)".utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + end.count <= bytes.count,
        zip(bytes[index...], end).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
      {
        return
      }
      index += 1
    }
  }

  /// The number that an attribute has.
  static func number(_ name: String, in attributes: ArraySlice<UInt8>) -> Int? {
    let lower = attributes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let wanted = Array(name.utf8)
    guard lower.count > wanted.count else { return nil }
    for start in 0...(lower.count - wanted.count) where lower[start...].starts(with: wanted) {
      let rest = lower[(start + wanted.count)...].drop { $0 == 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      return Int(String(decoding: value.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
    return nil
  }
}
