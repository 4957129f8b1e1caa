extension String {
  /// Python's equality: code point by code point, where Swift's takes é and e + ´ for the same.
  func isSameText(as other: String) -> Bool {
    let left = utf8.span
    let right = other.utf8.span
    let count = left.count
    guard count == right.count else { return false }
    for index in 0..<count where left[index] != right[index] { return false }
    return true
  }

  /// Feeds the bytes to the hasher, eight at a time.
  func hashText(into hasher: inout Hasher) {
    let bytes = utf8.span
    let count = bytes.count
    hasher.combine(count)
    var word: UInt64 = 0
    for index in 0..<count {
      word = word &<< 8 | UInt64(bytes[index])
      if index & 7 == 7 {
        hasher.combine(word)
        word = 0
      }
    }
    if count & 7 != 0 { hasher.combine(word) }
  }

  /// Whether it comes before `other` by code points; the order of UTF-8 bytes is the same.
  func isTextBefore(_ other: String) -> Bool {
    let left = utf8.span
    let right = other.utf8.span
    let count = min(left.count, right.count)
    for index in 0..<count where left[index] != right[index] { return left[index] < right[index] }
    return left.count < right.count
  }
}
