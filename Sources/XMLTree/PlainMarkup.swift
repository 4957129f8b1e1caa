import Glibc

/// Tells at a glance that most documents keep well within their limits, so that the exact `MarkupScan` need not read
/// them by the byte.
///
/// It looks for `<` and `>` only, and says no wherever it can't be sure. A value has no `<` in it, or libxml2 stops
/// there: so a tag ends before the next `<`, and its first `>` is its end if no quotation mark stands behind it.
@safe
struct PlainMarkup {
  private let text: UnsafePointer<UInt8>
  private let count: Int

  init(_ text: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.text = unsafe text
    self.count = count
  }

  /// Whether no limit can be exceeded; a document of which this isn't certain may be within them all the same.
  func isWithin(_ limits: XMLLimits) -> Bool {
    // A node takes two bytes at least, and so does each of the two that an attribute counts as.
    guard count / 2 < limits.nodes, hasFewDeclarations(limits.namespaces) else { return false }
    // What lies between two `<` holds a tag and the text behind it; an attribute takes four bytes at least.
    let longest = min(limits.text, 4 * limits.attributes)
    guard var opening = firstIndex(of: UInt8(ascii: "<"), 0, count), opening <= longest else {
      return count <= longest
    }
    var depth = 0
    while true {
      let next = firstIndex(of: UInt8(ascii: "<"), opening + 1, count) ?? count
      guard next - opening <= longest, opening + 1 < next else { return false }
      switch unsafe text[opening + 1] {
      case UInt8(ascii: "/"): depth -= 1
      case UInt8(ascii: "!"): return false
      case UInt8(ascii: "?"):
        guard opening == 0, isXMLDeclaration(next) else { return false }
      default:
        guard let end = firstIndex(of: UInt8(ascii: ">"), opening, next) else { return false }
        if unsafe text[end - 1] != UInt8(ascii: "/") || hasQuotationMark(end, next) { depth += 1 }
        guard depth <= limits.depth else { return false }
      }
      guard next < count else { return true }
      opening = next
    }
  }

  private func hasFewDeclarations(_ limit: Int) -> Bool {
    var (place, found) = (0, 0)
    while let next = firstIndex(of: UInt8(ascii: "x"), place, count - 4) {
      if unsafe memcmp(text + next, "xmlns", 5) == 0 { found += 1 }
      place = next + 1
    }
    return found <= limit
  }

  /// Whether the document begins with `<?xml` and what ends at the first `>`.
  private func isXMLDeclaration(_ end: Int) -> Bool {
    guard let closing = firstIndex(of: UInt8(ascii: ">"), 0, end), closing > 6 else { return false }
    return unsafe memcmp(text, "<?xml ", 6) == 0 && text[closing - 1] == UInt8(ascii: "?")
  }

  private func hasQuotationMark(_ start: Int, _ end: Int) -> Bool {
    guard start + 1 < end else { return false }
    return firstIndex(of: UInt8(ascii: "\""), start, end) != nil
      || firstIndex(of: UInt8(ascii: "'"), start, end) != nil
  }

  @inline(__always)
  private func firstIndex(of byte: UInt8, _ start: Int, _ end: Int) -> Int? {
    guard start < end, let found = unsafe memchr(text + start, Int32(byte), end - start) else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(text)
  }
}
