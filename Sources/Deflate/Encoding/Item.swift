/// A stretch that was written, and the value behind it.
struct Item: Sendable {
  let stretch: Int32
  /// Where its value lies among the values.
  let valueStart: Int32
  let valueEnd: Int32
  /// Where its stretch ends and its value begins in the text.
  let end: Int

  @inline(__always) var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
  @inline(__always) var valueCount: Int { Int(valueEnd &- valueStart) }
}

extension TemplateCode {
  /// What was written, in order; empty stretches are left out. Values before the first stretch belong to none.
  func items(of text: TemplateText) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(text.literals.count)
    // What is open: a stretch, and where its value begins.
    var (open, start, end): (Int32, Int, Int) = (-1, 0, 0)
    func close(at next: Int) {
      if open >= 0 {
        items.append(
          Item(
            stretch: open, valueStart: Int32(truncatingIfNeeded: start),
            valueEnd: Int32(truncatingIfNeeded: next), end: end))
      }
      end += next - start
      start = next
    }
    for placed in text.literals {
      let stretch = stretchOfLiteral[Int(placed.number)]
      let count = stretches[Int(stretch)].count
      guard count > 0 else { continue }
      close(at: Int(placed.offset))
      open = stretch
      end += count
    }
    close(at: text.values.count)
    return items
  }
}
