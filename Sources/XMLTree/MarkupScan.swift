/// Holds a document against its limits before libxml2 sees it: libxml2 2.9 takes quadratic time over the attributes
/// of one element and over the declarations in force, before it calls anybody.
///
/// It trusts that the markup is right: where it is not, libxml2 stops at the same place.
@safe
struct MarkupScan {
  private let text: MarkupText
  private let limits: XMLLimits
  private var nodes = 0
  /// How many namespaces each open element declares.
  private var declared: [Int] = []
  private var declarationsInForce = 0
  /// What was found in the piece of markup that was read last.
  private var found: ((Int) -> XMLError)?

  private init(_ text: MarkupText, _ limits: XMLLimits) {
    self.text = text
    self.limits = limits
  }

  /// The first limit that UTF-8 text exceeds.
  static func firstExcess(in text: [UInt8], _ limits: XMLLimits) -> XMLError? {
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let markup = unsafe MarkupText(base, bytes.count)
      if PlainMarkup(text: markup).isWithin(limits) { return nil }
      var scan = MarkupScan(markup, limits)
      return scan.firstExcess()
    }
  }

  private mutating func firstExcess() -> XMLError? {
    var place = 0
    while let opening = firstIndex(of: 0x3C, from: place) {
      if opening > place { text(opening - place) }
      guard let closing = markup(opening) else { return excess(opening) }
      if let excess = excess(opening) { return excess }
      place = closing
    }
    return nil
  }

  private func excess(_ place: Int) -> XMLError? {
    if let found { return found(line(place)) }
    if declared.count > limits.depth { return .tooDeep(limit: limits.depth, line: line(place)) }
    if nodes > limits.nodes { return .tooManyNodes(limit: limits.nodes, line: line(place)) }
    if declarationsInForce > limits.namespaces {
      return .tooManyNamespaces(limit: limits.namespaces, line: line(place))
    }
    return nil
  }

  private mutating func text(_ length: Int) {
    nodes += 1
    let limit = limits.text
    if length > limit { found = { .textTooLong(limit: limit, line: $0) } }
  }

  private func line(_ place: Int) -> Int {
    unsafe UnsafeBufferPointer(start: text.start, count: place).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  /// Reads one piece of markup; nil if it has no end.
  private mutating func markup(_ opening: Int) -> Int? {
    guard opening + 1 < text.count else { return nil }
    switch text[opening + 1] {
    case UInt8(ascii: "/"):
      if let last = declared.popLast() { declarationsInForce -= last }
      return firstIndex(of: 0x3E, from: opening).map { $0 + 1 }
    case UInt8(ascii: "?"):
      nodes += 1
      return end(of: "?>", from: opening + 2)
    case UInt8(ascii: "!"):
      return declaration(opening)
    default:
      return tag(opening)
    }
  }

  private mutating func declaration(_ opening: Int) -> Int? {
    if text.has("<!--", at: opening) {
      nodes += 1
      return end(of: "-->", from: opening + 4)
    }
    if text.has("<![CDATA[", at: opening) {
      let end = end(of: "]]>", from: opening + 9)
      if let end { text(end - opening - 12) }
      return end
    }
    guard text.has("<!DOCTYPE", at: opening) else { return nil }
    if limits.passesOverDocumentType {
      var place = opening + 9
      // An internal subset begins with a bracket.
      while place < text.count, text[place] != UInt8(ascii: "[") {
        let byte = text[place]
        if byte == UInt8(ascii: ">") { return place + 1 }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          guard let end = firstIndex(of: byte, from: place + 1) else { return nil }
          place = end
        }
        place += 1
      }
    }
    found = { _ in .documentType }
    return nil
  }

  private mutating func tag(_ opening: Int) -> Int? {
    let limit = limits.attributes
    var attributes = 0
    var declarations = 0
    var place = opening + 1
    nodes += 1
    while place < text.count {
      let byte = text[place]
      // Letters and the signs in names mean nothing here, but for the `x` of a declaration.
      if byte >= 64 || (Self.signs &>> UInt64(byte)) & 1 == 0, byte != UInt8(ascii: "x") {
        place &+= 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = firstIndex(of: byte, from: place + 1) else { return nil }
        if end - place - 1 > limits.text { text(end - place - 1) }
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
      default:
        nodes += 2 * (attributes - min(declarations, attributes))
        declarationsInForce += declarations
        if text[place - 1] == UInt8(ascii: "/") {
          if declarationsInForce <= limits.namespaces { declarationsInForce -= declarations }
        } else {
          declared.append(declarations)
        }
        return place + 1
      }
      place += 1
    }
    return nil
  }

  /// `"`, `'`, `<`, `=` and `>`, a bit each.
  private static let signs: UInt64 = 1 << 0x22 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3D | 1 << 0x3E

  private func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    text.firstIndex(of: byte, from: start, to: text.count)
  }

  /// The place behind the first `word` that begins at `start` or later.
  private func end(of word: StaticString, from start: Int) -> Int? {
    var place = start
    while let found = unsafe firstIndex(of: word.utf8Start.pointee, from: place) {
      if text.has(word, at: found) { return found + word.utf8CodeUnitCount }
      place = found + 1
    }
    return nil
  }
}
