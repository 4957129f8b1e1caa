import TemplateLanguage

/// Gives what must be unique in a package new numbers and names in markup that is printed again: a block `set`
/// holds one picture, but may be printed many times.
enum RenewedIDs {
  /// - Parameter markup: balanced markup as the engine writes it: no comments, `>` escaped in attributes.
  static func renew(_ markup: [UInt8], _ counters: inout PackageCounters) -> RenewedMarkup {
    var result = RenewedMarkup()
    result.bytes.reserveCapacity(markup.count)
    var rest = markup[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      result.bytes += rest[..<open]
      renew(tag: rest[open...close], &result, &counters)
      rest = rest[(close + 1)...]
    }
    result.bytes += rest
    return result
  }

  /// How an attribute's value is renewed.
  private enum Renewal {
    case drawing
    case bookmarkStart
    case bookmarkEnd
    case name
  }

  private static func renewal(of attribute: String, in element: String) -> Renewal? {
    switch (element, attribute) {
    case ("docPr", "id"): .drawing
    case ("bookmarkStart", "w:id"): .bookmarkStart
    case ("bookmarkEnd", "w:id"): .bookmarkEnd
    case ("bookmarkStart", "w:name"), (_, "draw:name"), ("table", "table:name"), (_, "xml:id"),
      ("note", "text:id"),
      ("section", "text:name"), ("bookmark", "text:name"):
      .name
    default: nil
    }
  }

  private static func renew(
    tag: ArraySlice<UInt8>, _ result: inout RenewedMarkup, _ counters: inout PackageCounters
  ) {
    let name = tag.dropFirst().prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    let colon = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    let element = String(decoding: name[colon...], as: UTF8.self)
    var rest = tag
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")), equals + 1 < rest.endIndex {
      let start = (rest[..<equals].lastIndex(of: 0x20) ?? rest.startIndex) + 1
      let quote = rest[equals + 1]
      guard let end = rest[(equals + 2)...].firstIndex(of: quote) else { break }
      let attribute = String(decoding: rest[start..<equals], as: UTF8.self)
      let value = String(decoding: rest[(equals + 2)..<end], as: UTF8.self)
      result.bytes += rest[...(equals + 1)]
      let count = result.bytes.count
      switch renewal(of: attribute, in: element) {
      case .drawing?: result.bytes += Array(String(counters.drawingID()).utf8)
      case .bookmarkStart?: result.bytes += Array(String(counters.beginBookmark(value)).utf8)
      case .bookmarkEnd?: result.bytes += Array(String(counters.endBookmark(value)).utf8)
      case .name?: result.bytes += Array(counters.uniqueName(value).utf8)
      case nil: result.bytes += Array(value.utf8)
      }
      result.note(end, grownBy: result.bytes.count - count - (end - equals - 2))
      result.bytes.append(quote)
      rest = rest[(end + 1)...]
    }
    result.bytes += rest
  }
}

/// Markup with new numbers and names, and where the places of the old are in it.
struct RenewedMarkup {
  var bytes: [UInt8] = []
  /// The places behind which the markup has moved, with how far, in order.
  private var moves: [(place: Int, distance: Int)] = []

  fileprivate mutating func note(_ place: Int, grownBy count: Int) {
    if count != 0 { moves.append((place, (moves.last?.distance ?? 0) + count)) }
  }

  /// Where a place of the old markup is in the new.
  func moved(_ place: Int) -> Int {
    var (low, high) = (0, moves.count)
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return place + (low > 0 ? moves[low - 1].distance : 0)
  }
}
