extension String {
  /// Python's equality: code point by code point, where Swift's takes é and e + ´ for the same.
  func isSameText(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let left = utf8.span
    let right = other.utf8.span
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// Feeds the bytes to the hasher, eight at a time.
  func hashText(into hasher: inout Hasher) {
    let bytes = utf8.span
    let count = bytes.count
    var index = 0
    while index + 8 <= count {
      var low = UInt64(bytes[index]) | UInt64(bytes[index + 1]) << 8
      low |= UInt64(bytes[index + 2]) << 16 | UInt64(bytes[index + 3]) << 24
      var high = UInt64(bytes[index + 4]) | UInt64(bytes[index + 5]) << 8
      high |= UInt64(bytes[index + 6]) << 16 | UInt64(bytes[index + 7]) << 24
      hasher.combine(low | high << 32)
      index += 8
    }
    var rest = UInt64(count & 7)
    while index < count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    hasher.combine(rest)
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
