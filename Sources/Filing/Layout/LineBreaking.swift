/// Where Chinese text may be broken (GB/T 15834—2011, 5.1).
enum LineBreaking {
  private static let neverFirst: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "〉", "】", "〕", "』", "」", "…", "—", "·", "％", "%",
    ",", ".", ";", ":", "?", "!", ")", "]", "}", "℃", "‰",
  ]
  private static let neverLast: Set<Unicode.Scalar> = [
    "“", "‘", "（", "《", "〈", "【", "〔", "『", "「", "(", "[", "{", "￥", "$", "№",
  ]

  /// Whether a line can end between two neighbours.
  static func isAllowed(between before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if neverFirst.contains(after) || neverLast.contains(before) { return false }
    return !(TextWidth.isWord(before) && TextWidth.isWord(after))
  }

  /// The lines of text set as full as they get.
  ///
  /// - Parameter width: the width of a line in characters.
  static func lines(of text: String, width: Double) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    return ends(of: scalars, width: width).map { end in
      defer { start = end }
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
  }

  /// Where those lines end, counted in scalars.
  static func ends(of scalars: [Unicode.Scalar], width: Double) -> [Int] {
    var ends: [Int] = []
    var start = 0
    while start < scalars.count {
      var end = start
      var used = 0.0
      while end < scalars.count {
        let added = TextWidth.of(scalars[end], after: end > start ? scalars[end - 1] : nil)
        guard used + added <= width + 1e-6 else { break }
        used += added
        end += 1
      }
      end = max(end, start + 1)
      if end < scalars.count {
        var cut = end
        while cut > start + 1, !isAllowed(between: scalars[cut - 1], scalars[cut]) { cut -= 1 }
        // Nothing to break at: the line is cut where it is full.
        if cut > start + 1 || isAllowed(between: scalars[start], scalars[start + 1]) { end = cut }
      }
      ends.append(end)
      start = end
    }
    return ends
  }
}
