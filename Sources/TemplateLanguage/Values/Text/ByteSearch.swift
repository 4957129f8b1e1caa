/// Looks for a byte string in others, in linear time (Knuth, Morris, Pratt).
struct ByteSearch {
  private let needle: [UInt8]
  /// For every prefix that has matched, the length of its longest proper border.
  private let borders: [Int]

  /// `needle` is not empty.
  init(_ needle: some Collection<UInt8>) {
    self.needle = Array(needle)
    var borders = [Int](repeating: 0, count: self.needle.count)
    var length = 0
    for index in self.needle.indices.dropFirst() {
      while length > 0, self.needle[index] != self.needle[length] { length = borders[length - 1] }
      if self.needle[index] == self.needle[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Where it first occurs in `bytes` at `start` or later.
  func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var matched = 0
    var index = start
    while index < bytes.count {
      while matched > 0, bytes[index] != needle[matched] { matched = borders[matched - 1] }
      if bytes[index] == needle[matched] { matched += 1 }
      index += 1
      if matched == needle.count { return index - matched }
    }
    return nil
  }

  /// Where it occurs without overlaps, from the left.
  func all(in bytes: [UInt8], limit: Int = .max) -> [Int] {
    var found: [Int] = []
    var start = 0
    while found.count < limit, let index = first(in: bytes, from: start) {
      found.append(index)
      start = index + needle.count
    }
    return found
  }
}
