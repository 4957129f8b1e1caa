import DocumentTemplate
import Forms

extension EndingLayout {
  /// Without a seal: a line below the text the name, in by two characters from the right; below it the date, its
  /// first character two to the right of the name's, unless it is the longer (7.3.5.2). Of several agencies the
  /// first is the one in charge, the others follow below it.
  mutating func layOutPlain() {
    let edge = PageGrid.textWidth - Self.twoCharacters
    let names = report.signers.map { BalancedLines($0.name, within: 24, seams: Seams.of($0.name)) }
    let widest = (names.flatMap(\.lines).map { TextWidth.of($0) }.max() ?? 0) * PageGrid.character
    let isDateLonger = dateWidth > widest
    let start = isDateLonger ? edge - dateWidth - Self.twoCharacters : edge - widest
    for (index, signer) in report.signers.enumerated() {
      // A name on lines of its own is broken by the paragraph's width.
      let right = names[index].lines.count > 1 ? edge - names[index].width * PageGrid.character - start : 0
      signers.append(
        line(
          signer.name,
          ParagraphLayout(
            alignment: .left, leftIndent: .hundredths(start),
            rightIndent: .hundredths(max(0, Self.twoCharacters + right)),
            spaceBefore: .hundredths(index == 0 ? PageGrid.line : 0))))
    }
    take(PageGrid.line * Double(1 + names.reduce(0) { $0 + $1.lines.count }))
    date = line(
      dateText, style: "Date",
      isDateLonger
        ? ParagraphLayout(
          alignment: .right, leftIndent: .points(0), rightIndent: .hundredths(Self.twoCharacters))
        : ParagraphLayout(
          alignment: .left, leftIndent: .hundredths(start + Self.twoCharacters), rightIndent: .points(0)))
  }
}
