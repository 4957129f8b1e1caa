import DocumentTemplate
import Forms

extension EndingLayout {
  /// With the head's signature stamp: two lines below the text, in by four characters from the right, the head's
  /// title two characters to its left at half its height; below it a line, then the date, in by four (7.3.5.3). Of
  /// several agencies each has a line of its own, the stamps one below the other.
  mutating func layOutStamps() {
    let width = Double(report.signature.stampSize.width) * PageGrid.millimetre
    // A stamp takes as much as a line at least, since its title does.
    let height = max(Double(report.signature.stampSize.height) * PageGrid.millimetre, PageGrid.line)
    let beside = (height - PageGrid.line) / 2
    let all = report.signers
    for (index, signer) in all.enumerated() {
      signers.append(
        line(
          signer.headTitle ?? "",
          ParagraphLayout(
            alignment: .right, leftIndent: .points(0),
            rightIndent: .hundredths(Self.dateIndent + width + Self.twoCharacters),
            spaceBefore: .hundredths(index == 0 ? 2 * PageGrid.line + beside : 0),
            spaceAfter: .hundredths(
              beside + (index == all.count - 1 ? PageGrid.line : Self.betweenStamps + beside)))))
    }
    take(
      3 * PageGrid.line + Double(all.count) * height + Double(all.count - 1) * Self.betweenStamps)
    date = line(
      dateText, style: "Date",
      ParagraphLayout(alignment: .right, leftIndent: .points(0), rightIndent: .hundredths(Self.dateIndent)))
    for (index, signer) in all.enumerated() {
      let below = Double(all.count - 1 - index) * (height + Self.betweenStamps)
      date.pictures += picture(
        signer.stamp, "签名章",
        Frame(
          left: PageGrid.textWidth - Self.dateIndent - width,
          top: -PageGrid.line - height - below + PageGrid.lowered,
          width: width, height: height))
    }
  }

  private static let betweenStamps = PageGrid.line / 2
}
