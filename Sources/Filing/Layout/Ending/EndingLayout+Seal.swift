import DocumentTemplate
import Forms

extension EndingLayout {
  /// One agency: the date in by four characters, the name centred over it, the seal on both.
  mutating func layOutSeal() {
    let signer = report.signers[0]
    var middle = Self.dateIndent + dateWidth / 2
    // A name wider than the room around the date moves both to the left; one of more than twenty characters is
    // broken into lines.
    let name = BalancedLines(
      signer.name, within: max(20, 2 * middle / PageGrid.character), seams: Seams.of(signer.name))
    let width = name.width * PageGrid.character
    middle = max(middle, width / 2)
    let half = max(width / 2, min(middle, PageGrid.textWidth - middle))
    let box = name.lines.count > 1 ? width / 2 : half
    let geometry = SealGeometry(
      diameter: Double(report.signature.sealDiameter) * PageGrid.millimetre, lines: name.lines.count + 1)
    let gap = isSealClose ? geometry.leastGap : geometry.gap
    overhang = geometry.overhang
    take(gap + Double(name.lines.count) * PageGrid.line)
    signers = [
      line(
        signer.name,
        ParagraphLayout(
          alignment: .center, leftIndent: .hundredths(PageGrid.textWidth - middle - box),
          rightIndent: .hundredths(middle - box), spaceBefore: .hundredths(gap)))
    ]
    date = line(
      dateText, style: "Date",
      ParagraphLayout(
        alignment: .right, leftIndent: .points(0), rightIndent: .hundredths(middle - dateWidth / 2)))
    date.pictures = seal(
      of: signer, left: PageGrid.textWidth - middle - geometry.diameter / 2,
      top: geometry.top - Double(name.lines.count) * PageGrid.line)
  }

  /// A column of a table of seals: 46.5 mm, so that three seals of 45 mm do not touch.
  static let sealColumn = 46.5 * PageGrid.millimetre
  /// From the right edge of the last column to that of the text: the date, centred in the column, is in by four
  /// characters.
  static let sealMargin = 16.25 * PageGrid.millimetre
  /// How many seals are side by side.
  static let sealsInRow = 3

  /// Several agencies: names side by side in their order, each seal on its own name, the last on name and date.
  mutating func layOutSealsSideBySide() {
    let diameter = Double(report.signature.sealDiameter) * PageGrid.millimetre
    let widest = Self.sealColumn / PageGrid.character
    var pictures: [(signer: Report.Signer, left: Double, top: Double)] = []
    // From the top of the table down to where the next row begins.
    var end = 0.0
    let rowCount = (report.signers.count + Self.sealsInRow - 1) / Self.sealsInRow
    for row in 0..<rowCount {
      let members = report.signers.dropFirst(row * Self.sealsInRow).prefix(Self.sealsInRow)
      let names = members.map { BalancedLines($0.name, within: widest, seams: Seams.of($0.name)) }
      let top = PageGrid.line / 4 + Double(row) * (diameter + Self.betweenSeals)
      let heights = names.map { Double($0.lines.count) * PageGrid.line }
      var starts = heights.map { top + diameter / 2 + Self.betweenSeals - $0 / 2 }
      var bottom = zip(starts, heights).map(+).max() ?? end
      if row == rowCount - 1, let height = heights.last {
        // The date follows the last name; no other name of the row reaches below it.
        let lines = SealGeometry(diameter: diameter, lines: (names.last?.lines.count ?? 1) + 1)
        starts[starts.count - 1] = top - lines.top
        bottom = top - lines.top + height
        starts = zip(starts, heights).map { min($0, bottom - $1) }
      }
      var cells: [[RichTextParagraph]] = []
      for (index, signer) in members.enumerated() {
        let isBroken = names[index].lines.count > 1
        let inset = isBroken ? (Self.sealColumn - names[index].width * PageGrid.character) / 2 : 0
        cells.append([
          line(
            signer.name,
            ParagraphLayout(
              alignment: .center, leftIndent: .hundredths(inset), rightIndent: .hundredths(inset),
              spaceBefore: .hundredths(max(0, starts[index] - end)),
              spaceAfter: .hundredths(bottom - starts[index] - heights[index])))
        ])
      }
      let empty = Self.sealsInRow - cells.count
      for (index, signer) in members.enumerated() {
        let left = Double(empty + index) * Self.sealColumn + (Self.sealColumn - diameter) / 2
        pictures.append((signer, left + PageGrid.textWidth - Self.sealMargin - 3 * Self.sealColumn, top))
      }
      rows.append(Array(repeating: [], count: empty) + cells)
      end = bottom
    }
    take(end)
    overhang = (pictures.map(\.top).max() ?? 0) + diameter - end - PageGrid.line
    let indent = Self.sealMargin + Self.sealColumn / 2 - dateWidth / 2
    date = line(
      dateText, style: "Date",
      ParagraphLayout(alignment: .right, leftIndent: .points(0), rightIndent: .hundredths(indent)))
    // Pictures in a cell would make it higher; the date, which is outside, keeps its page with all of them.
    date.pictures = pictures.flatMap { seal(of: $0.signer, left: $0.left, top: $0.top - end) }
  }

  /// Between two rows of seals, in points.
  private static let betweenSeals = 3.0
}
