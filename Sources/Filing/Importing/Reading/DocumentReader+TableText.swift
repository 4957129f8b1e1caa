import Diagnostics

/// Tables that are none in their file: rows written as lines, or a cell a line.
extension DocumentReader {
  mutating func tableText(_ paragraph: Text) {
    let words = paragraph.text.unicodeScalars.split(whereSeparator: \.isBlank).map { String($0) }
    if !loose.isEmpty, words.allSatisfy(FigureText.isFigure) {
      loose += words.map { PublishedDocument.Cell(text: $0, start: nil, place: paragraph.place) }
      return
    }
    if FigureText.isFigure(paragraph.text), !loose.isEmpty {
      loose.append(PublishedDocument.Cell(text: paragraph.text, start: nil, place: paragraph.place))
      return
    }
    flushLoose()
    if tables.caption(paragraph.text) { return }
    // Labels and figures with blanks between.
    let figures = words.reversed().prefix(while: FigureText.isFigure).count
    if words.count > 1, figures > 0, words.count - figures <= 6 {
      row(words, figures, at: paragraph.place)
    } else if tables.isRowLabel(paragraph.text) {
      loose = [PublishedDocument.Cell(text: paragraph.text, start: nil, place: paragraph.place)]
    } else if FigureText.isFigure(paragraph.text) {
      let label = brokenLabel([]).map { PublishedDocument.Cell(text: $0, start: nil, place: paragraph.place) }
      loose = [label].compactMap { $0 }
      loose.append(PublishedDocument.Cell(text: paragraph.text, start: nil, place: paragraph.place))
      pieces = []
    } else {
      pieces += words
      if !tables.isHeadText(paragraph.text), !words.allSatisfy(tables.isPiece),
        !tables.isPiece(paragraph.text)
      {
        findings.append(Diagnostic(.notice, .textWithoutPlace, at: paragraph.place))
      }
    }
  }

  /// Reads a line with figures at its end; the label may have been broken over the lines before.
  private mutating func row(_ words: [String], _ figures: Int, at place: Place) {
    var labels = Array(words.dropLast(figures))
    if !tables.namesRow(labels), let label = brokenLabel(labels) { labels = [label] }
    pieces = []
    let texts = labels + words.suffix(figures)
    tables.read(
      texts.map { PublishedDocument.Cell(text: $0, start: nil, place: place) }, at: place)
  }

  /// The beginning of a row's label that the last words make, with those given or without.
  private func brokenLabel(_ words: [String]) -> String? {
    for last in words.isEmpty ? [words] : [words, []] {
      let all = pieces.suffix(12) + last
      for start in all.indices {
        let text = all[start...].joined()
        if tables.isRowBeginning(text) { return text }
      }
    }
    return nil
  }

  mutating func flushLoose() {
    guard let first = loose.first else { return }
    let cells = loose
    loose = []
    // A group's label alone stands above its rows.
    tables.readLoose(cells, at: first.place)
  }
}
