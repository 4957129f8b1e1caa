/// Text in lines about equally long, broken where its meaning is whole rather than inside of a word: the longest
/// first, so that a narrower paragraph breaks it without a character added (GB/T 9704—2012, 7.3.1: 梯形 or 菱形).
struct BalancedLines {
  /// The lines.
  let lines: [String]
  /// The width of the paragraph that breaks the text so, in characters.
  let width: Double

  /// Room beside the longest line: less than the narrowest character that could join it.
  private static let slack = 0.2
  /// What a break inside of a word weighs, in characters of difference between lines.
  private static let brokenWord = 7.0

  /// Breaks `text` into as few lines as a width allows.
  ///
  /// - Parameters:
  ///   - greatest: the width that a line can have, in characters.
  ///   - seams: the counts of scalars from the start at which its meaning is whole.
  init(_ text: String, within greatest: Double, seams: Set<Int> = []) {
    let whole = TextWidth.of(text)
    guard whole > greatest else {
      lines = [text]
      width = min(whole + Self.slack, greatest)
      return
    }
    let room = greatest - Self.slack
    let least = LineBreaking.lines(of: text, width: room).count
    var best = (lines: [text], width: greatest, weight: Double.infinity)
    var tried = (whole / Double(least) * 2).rounded(.down) / 2
    while tried <= room {
      let lines = LineBreaking.lines(of: text, width: tried)
      if lines.count == least {
        let weight = Self.weight(of: lines, seams: seams)
        if weight < best.weight {
          best = (lines, (lines.map { TextWidth.of($0) }.max() ?? tried) + Self.slack, weight)
        }
      }
      tried += 0.25
    }
    lines = best.lines
    width = best.width
  }

  private static func weight(of lines: [String], seams: Set<Int>) -> Double {
    let widths = lines.map { TextWidth.of($0) }
    var weight = (widths.max() ?? 0) - (widths.min() ?? 0)
    var position = 0
    for line in lines.dropLast() {
      position += line.unicodeScalars.count
      if !seams.contains(position) { weight += brokenWord }
    }
    return weight
  }
}
