/// Tells at a glance that most documents keep well within their limits, so that the exact `MarkupScan` need not read
/// them by the byte.
///
/// It looks for `<` and `>` only, and says no wherever it can't be sure. A value has no `<` in it, or libxml2 stops
/// there: so a tag ends before the next `<`, and its first `>` is its end if no quotation mark stands behind it.
struct PlainMarkup {
  let text: MarkupText

  /// Whether no limit can be exceeded; a document of which this isn't certain may be within them all the same.
  func isWithin(_ limits: XMLLimits) -> Bool {
    // A node takes two bytes at least, and so does each of the two that an attribute counts as.
    guard text.count / 2 < limits.nodes, hasFewDeclarations(limits.namespaces) else { return false }
    // What lies between two `<` holds a tag and the text behind it; an attribute takes four bytes at least.
    let longest = min(limits.text, 4 * limits.attributes)
    guard var opening = text.firstIndex(of: UInt8(ascii: "<"), from: 0, to: text.count), opening <= longest
    else {
      return false
    }
    var depth = 0
    while true {
      let next = text.firstIndex(of: UInt8(ascii: "<"), from: opening + 1, to: text.count) ?? text.count
      guard next - opening <= longest, opening + 1 < next else { return false }
      switch text[opening + 1] {
      case UInt8(ascii: "/"): depth -= 1
      case UInt8(ascii: "!"): return false
      case UInt8(ascii: "?"):
        guard opening == 0, isXMLDeclaration(next) else { return false }
      default:
        guard let end = text.firstIndex(of: UInt8(ascii: ">"), from: opening, to: next) else { return false }
        if text[end - 1] != UInt8(ascii: "/") || hasQuotationMark(end, next) { depth += 1 }
        guard depth <= limits.depth else { return false }
      }
      guard next < text.count else { return true }
      opening = next
    }
  }

  private func hasFewDeclarations(_ limit: Int) -> Bool {
    var (place, found) = (0, 0)
    while let next = text.firstIndex(of: UInt8(ascii: "x"), from: place, to: text.count - 4) {
      if text.has("xmlns", at: next) { found += 1 }
      place = next + 1
    }
    return found <= limit
  }

  /// Whether the document begins with `<?xml` and what ends at the first `>`.
  private func isXMLDeclaration(_ end: Int) -> Bool {
    guard let closing = text.firstIndex(of: UInt8(ascii: ">"), from: 0, to: end), closing > 6 else {
      return false
    }
    return text.has("<?xml ", at: 0) && text[closing - 1] == UInt8(ascii: "?")
  }

  private func hasQuotationMark(_ start: Int, _ end: Int) -> Bool {
    guard start + 1 < end else { return false }
    return text.firstIndex(of: UInt8(ascii: "\""), from: start, to: end) != nil
      || text.firstIndex(of: UInt8(ascii: "'"), from: start, to: end) != nil
  }
}
