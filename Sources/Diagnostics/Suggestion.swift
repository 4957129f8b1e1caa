/// Finds the known name nearest to an unknown one, for "did you mean …?".
public enum Suggestion {
  /// The candidate nearest to `name` by edit distance (insert, delete, replace, swap of neighbours), if it is
  /// near enough to be meant: at most a third of the longer name's length, and at least one edit.
  public static func nearest<Names: Sequence>(to name: String, in candidates: Names) -> String?
  where Names.Element == String {
    let wanted = Array(name.unicodeScalars)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let other = Array(candidate.unicodeScalars)
      let allowed = max(1, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= allowed, wanted.count <= 64, other.count <= 64
      else { continue }
      let distance = editDistance(wanted, other)
      if distance <= allowed, distance < (best?.distance ?? .max) { best = (distance, candidate) }
    }
    return best?.name
  }

  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
