/// Cuts a long match into lengths that deflate has.
enum MatchSplit {
  /// Calls `body` with lengths of 3 to 258 that add up to `length`, which is at least 3.
  @inline(__always)
  static func forEach(_ length: Int, _ body: (Int) -> Void) {
    var left = length
    while left > LengthCodes.longest + LengthCodes.shortest - 1 {
      body(LengthCodes.longest)
      left &-= LengthCodes.longest
    }
    if left > LengthCodes.longest {
      body(left &- LengthCodes.shortest)
      left = LengthCodes.shortest
    }
    body(left)
  }
}
