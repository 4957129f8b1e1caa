/// How a seal stands to the lines it is pressed on.
///
/// "印章端正、居中下压发文机关署名和成文日期，使发文机关署名和成文日期居印章中心偏下位置，印章顶端应当上距正文一行之内" (GB/T
/// 9704—2012, 7.3.5.1).
struct SealGeometry {
  /// How wide the seal is, in points.
  let diameter: Double
  /// How many lines it is pressed on: the name's and the date.
  let lines: Int

  /// How far the middle of the lines lies below the seal's: a quarter of a line.
  static let lowered = PageGrid.line / 4
  /// The usual gap between text and name: two lines.
  static let usualGap = 2 * PageGrid.line

  /// From the top of the lines down to the top of the seal; negative, since it begins above them.
  var top: Double { Double(lines) * PageGrid.line / 2 - Self.lowered - diameter / 2 }

  /// How far the seal reaches below the lines.
  var overhang: Double { top + diameter - Double(lines) * PageGrid.line }

  /// The gap between text and name that brings the seal's top up to the text.
  var leastGap: Double { min(gap, max(PageGrid.line, Self.nearest - top)) }
  /// From the text to the seal's top at least.
  private static let nearest = 1.0

  /// The gap between text and name: two lines, unless that brings the seal's top into the text or more than a line
  /// away from it; then one that leaves half a line between text and seal.
  var gap: Double {
    let distance = Self.usualGap + top
    return distance >= 1 && distance <= PageGrid.line - 1 ? Self.usualGap : PageGrid.line / 2 - top
  }
}
