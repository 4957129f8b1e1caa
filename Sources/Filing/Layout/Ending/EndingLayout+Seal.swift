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

  /// The room of a seal among others: 46.5 mm, so that three seals of 45 mm do not touch.
  static let sealColumn = 46.5 * PageGrid.millimetre
  /// From the right edge of the last seal's room to that of the text: the date, centred in it, is in by four
  /// characters.
  static let sealMargin = 16.25 * PageGrid.millimetre
  /// How many seals are side by side.
  static let sealsInRow = 3

  /// Several agencies: names side by side in their order, each seal on its own name, the last on name and date.
  ///
  /// Names are set with tabs: a table would part from the date in LibreOffice.
  mutating func layOutSealsSideBySide() {
    let diameter = Double(report.signature.sealDiameter) * PageGrid.millimetre
    var pictures: [(signer: Report.Signer, left: Double, top: Double)] = []
    // From the end of the text down to where the next row begins.
    var end = 0.0
    let rowCount = (report.signers.count + Self.sealsInRow - 1) / Self.sealsInRow
    for row in 0..<rowCount {
      let members = Array(report.signers.dropFirst(row * Self.sealsInRow).prefix(Self.sealsInRow))
      let names = members.map {
        BalancedLines($0.name, within: Self.sealColumn / PageGrid.character, seams: Seams.of($0.name)).lines
      }
      let count = names.map(\.count).max() ?? 1
      let top = PageGrid.line / 4 + Double(row) * (diameter + Self.betweenSeals)
      var bottom = top + diameter / 2 + Self.betweenSeals + Double(count) * PageGrid.line / 2
      if row == rowCount - 1, let last = names.last?.count {
        // The date follows the last name; no other name of the row reaches below it.
        bottom = top - SealGeometry(diameter: diameter, lines: last + 1).top + Double(last) * PageGrid.line
      }
      let start = bottom - Double(count) * PageGrid.line
      let centres = members.indices.map { index in
        PageGrid.textWidth - Self.sealMargin - (Double(members.count - index) - 0.5) * Self.sealColumn
      }
      for number in 0..<count {
        // A name with fewer lines stands on the lowest ones.
        let texts = names.map { number < count - $0.count ? "" : $0[number - count + $0.count] }
        signers.append(side(by: texts, at: centres, below: number == 0 ? max(0, start - end) : 0))
      }
      end += max(0, start - end) + Double(count) * PageGrid.line
      pictures += zip(members, centres).map { ($0, $1 - diameter / 2, top) }
    }
    take(end)
    overhang = (pictures.map(\.top).max() ?? 0) + diameter - end - PageGrid.line
    let indent = Self.sealMargin + Self.sealColumn / 2 - dateWidth / 2
    date = line(
      dateText, style: "Date",
      ParagraphLayout(alignment: .right, leftIndent: .points(0), rightIndent: .hundredths(indent)))
    date.pictures = pictures.flatMap { seal(of: $0.signer, left: $0.left, top: $0.top - end) }
  }

  /// Texts on one line, each centred at its place; empty ones have none.
  private func side(by texts: [String], at centres: [Double], below space: Double) -> RichTextParagraph {
    let placed = zip(texts, centres).filter { !$0.0.isEmpty }
    let first = placed.first.map { $0.1 - TextWidth.of($0.0) * PageGrid.character / 2 } ?? 0
    var layout = ParagraphLayout(
      alignment: .left, leftIndent: .hundredths(first), rightIndent: .points(0),
      spaceBefore: .hundredths(space))
    layout.centerTabs = placed.dropFirst().map { .hundredths($0.1) }
    return line(placed.map(\.0).joined(separator: "\t"), layout)
  }

  /// Between two rows of seals, in points.
  private static let betweenSeals = 3.0
}
