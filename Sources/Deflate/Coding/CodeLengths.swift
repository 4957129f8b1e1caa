/// Finds how long the codes of a prefix code should be.
enum CodeLengths {
  /// Huffman's lengths for symbols that occur `counts` times, none longer than `limit`; 0 for what never occurs.
  ///
  /// There are always at least two codes, as some decoders want it.
  static func of(_ counts: [Int], limit: Int) -> [UInt8] {
    var counts = counts
    var used = counts.indices.filter { counts[$0] > 0 }
    for symbol in counts.indices where used.count < 2 && counts[symbol] == 0 {
      counts[symbol] = 1
      used.append(symbol)
    }
    // The symbol breaks ties, so that the same counts give the same code.
    used.sort { (counts[$0], $0) < (counts[$1], $1) }
    let depths = depths(used.map { counts[$0] })
    var numberOf = [Int](repeating: 0, count: limit + 1)
    for depth in depths { numberOf[min(depth, limit)] += 1 }
    makeRoom(&numberOf)
    var lengths = [UInt8](repeating: 0, count: counts.count)
    var rest = used[...]
    for length in (1...limit).reversed() {
      for symbol in rest.prefix(numberOf[length]) { lengths[symbol] = UInt8(length) }
      rest = rest.dropFirst(numberOf[length])
    }
    return lengths
  }

  /// The depths of the leaves of Huffman's tree over ascending `weights`, in place (Moffat and Katajainen, 1995).
  private static func depths(_ weights: [Int]) -> [Int] {
    var a = weights
    let n = a.count
    a[0] += a[1]
    var (root, leaf) = (0, 2)
    for next in stride(from: 1, to: n - 1, by: 1) {
      if leaf >= n || a[root] < a[leaf] {
        a[next] = a[root]
        a[root] = next
        root += 1
      } else {
        a[next] = a[leaf]
        leaf += 1
      }
      if leaf >= n || (root < next && a[root] < a[leaf]) {
        a[next] += a[root]
        a[root] = next
        root += 1
      } else {
        a[next] += a[leaf]
        leaf += 1
      }
    }
    a[n - 2] = 0
    for next in stride(from: n - 3, through: 0, by: -1) { a[next] = a[a[next]] + 1 }
    var (available, depth, next) = (1, 0, n - 1)
    root = n - 2
    while available > 0 {
      var inner = 0
      while root >= 0, a[root] == depth {
        inner += 1
        root -= 1
      }
      while available > inner {
        a[next] = depth
        next -= 1
        available -= 1
      }
      available = 2 * inner
      depth += 1
    }
    return a
  }

  /// Lengthens short codes until all codes fit (Kraft's inequality holds with equality).
  private static func makeRoom(_ numberOf: inout [Int]) {
    let limit = numberOf.count - 1
    var total = 0
    for length in 1...limit { total += numberOf[length] << (limit - length) }
    while total > 1 << limit {
      numberOf[limit] -= 1
      var length = limit - 1
      while numberOf[length] == 0 { length -= 1 }
      numberOf[length] -= 1
      numberOf[length + 1] += 2
      total -= 1
    }
  }
}
