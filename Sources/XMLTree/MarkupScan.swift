import Glibc

/// Holds a document against its limits before libxml2 sees it: libxml2 2.9 takes quadratic time over the attributes
/// of one element and over the declarations in force, before it calls anybody.
///
/// It trusts that the markup is right: where it is not, libxml2 stops at the same place.
struct MarkupScan {
  private let limits: XMLLimits
  private var nodes = 0
  /// How many namespaces each open element declares.
  private var declared: [Int] = []
  private var declarationsInForce = 0

  private init(_ limits: XMLLimits) { self.limits = limits }

  /// The first limit that UTF-8 text exceeds.
  static func firstExcess(in text: [UInt8], _ limits: XMLLimits) -> XMLError? {
    var scan = MarkupScan(limits)
    var place = 0
    while let opening = text.firstIndex(of: 0x3C, from: place) {
      if opening > place { scan.text(opening - place) }
      guard let closing = scan.markup(text, opening) else { return scan.excess(text, opening) }
      if let excess = scan.excess(text, opening) { return excess }
      place = closing
    }
    return nil
  }

  private func excess(_ text: [UInt8], _ place: Int) -> XMLError? {
    if let found { return found(line(text, place)) }
    if declared.count > limits.depth { return .tooDeep(limit: limits.depth, line: line(text, place)) }
    if nodes > limits.nodes { return .tooManyNodes(limit: limits.nodes, line: line(text, place)) }
    if declarationsInForce > limits.namespaces {
      return .tooManyNamespaces(limit: limits.namespaces, line: line(text, place))
    }
    return nil
  }

  private mutating func text(_ length: Int) {
    nodes += 1
    let limit = limits.text
    if length > limit { found = { .textTooLong(limit: limit, line: $0) } }
  }

  private func line(_ text: [UInt8], _ place: Int) -> Int {
    text[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  /// What was found in the piece of markup that was read last.
  private var found: ((Int) -> XMLError)?

  /// Reads one piece of markup; nil if it has no end.
  private mutating func markup(_ text: [UInt8], _ opening: Int) -> Int? {
    guard opening + 1 < text.count else { return nil }
    switch text[opening + 1] {
    case UInt8(ascii: "/"):
      if let last = declared.popLast() { declarationsInForce -= last }
      return text.firstIndex(of: 0x3E, from: opening).map { $0 + 1 }
    case UInt8(ascii: "?"):
      nodes += 1
      return text.end(of: "?>", from: opening + 2)
    case UInt8(ascii: "!"):
      return declaration(text, opening)
    default:
      return tag(text, opening)
    }
  }

  private mutating func declaration(_ text: [UInt8], _ opening: Int) -> Int? {
    if text.has("<!--", at: opening) {
      nodes += 1
      return text.end(of: "-->", from: opening + 4)
    }
    if text.has("<![CDATA[", at: opening) {
      let end = text.end(of: "]]>", from: opening + 9)
      if let end { self.text(end - opening - 12) }
      return end
    }
    guard text.has("<!DOCTYPE", at: opening) else { return nil }
    if limits.passesOverDocumentType {
      var place = opening + 9
      // An internal subset begins with a bracket.
      while place < text.count, text[place] != UInt8(ascii: "[") {
        if text[place] == UInt8(ascii: ">") { return place + 1 }
        if text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'") {
          guard let end = text.firstIndex(of: text[place], from: place + 1) else { return nil }
          place = end
        }
        place += 1
      }
    }
    found = { _ in .documentType }
    return nil
  }

  private mutating func tag(_ text: [UInt8], _ opening: Int) -> Int? {
    let limit = limits.attributes
    var attributes = 0
    var declarations = 0
    var place = opening + 1
    nodes += 1
    while let mark = text.firstMark(from: place) {
      place = mark
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = text.firstIndex(of: byte, from: place + 1) else { return nil }
        if end - place - 1 > limits.text { self.text(end - place - 1) }
        place = end
      case UInt8(ascii: "="):
        attributes += 1
        if attributes > limit {
          found = { .tooManyAttributes(limit: limit, line: $0) }
          return nil
        }
      case UInt8(ascii: "x"):
        if text[place - 1] <= 0x20, text.has("xmlns", at: place) { declarations += 1 }
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: ">"):
        nodes += 2 * (attributes - min(declarations, attributes))
        declarationsInForce += declarations
        if text[place - 1] == UInt8(ascii: "/") {
          if declarationsInForce <= limits.namespaces { declarationsInForce -= declarations }
        } else {
          declared.append(declarations)
        }
        return place + 1
      default: break
      }
      place += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// The first byte that may mean something in a tag: `"`, `'`, `<`, `=`, `>`, or the `x` of a declaration.
  fileprivate func firstMark(from start: Int) -> Int? {
    unsafe withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        let byte = unsafe bytes[place]
        let isSign = byte < 64 && (0x7000_0084_0000_0000 as UInt64) &>> UInt64(byte) & 1 == 1
        if isSign || byte == UInt8(ascii: "x") { return place }
        place &+= 1
      }
      return nil
    }
  }

  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, Int32(byte), count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  fileprivate func has(_ word: StaticString, at start: Int) -> Bool {
    guard count - start >= word.utf8CodeUnitCount else { return false }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return unsafe memcmp(base + start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }
  }

  /// The place behind the first `word` that begins at `start` or later.
  fileprivate func end(of word: StaticString, from start: Int) -> Int? {
    var place = start
    while let found = unsafe firstIndex(of: word.utf8Start.pointee, from: place) {
      if has(word, at: found) { return found + word.utf8CodeUnitCount }
      place = found + 1
    }
    return nil
  }
}
