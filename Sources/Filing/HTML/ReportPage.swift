import DataFiles
public import Forms

/// A report as a page for a portal: headings, paragraphs and tables, without styles, classes and scripts, so that a
/// portal's editor has nothing to strip and gives it its own looks.
public enum ReportPage {
  /// The page, in UTF-8.
  ///
  /// - Parameter isDraft: whether it says that it is a draft.
  public static func html(of report: Report, isDraft: Bool = false) -> String {
    let title = HTMLEscaping.escaped(report.title)
    let lines = report.titleLines.isEmpty ? [report.title] : report.titleLines
    var text = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>\(isDraft ? "草稿：" : "")\(title)</title>
      </head>
      <body>
      <article>

      """
    if isDraft { text += "<p><strong>草稿，未经核对，不得报送</strong></p>\n" }
    text += "<h1>\(lines.map(HTMLEscaping.escaped).joined(separator: "<br>"))</h1>\n"
    text += paragraphs(report.opening)
    for section in report.definition.sections {
      text += "<section>\n<h2>\(HTMLEscaping.escaped(section.heading))</h2>\n"
      if let table = section.table.flatMap(report.definition.table) {
        text += TableMarkup(table, of: report).text
      } else {
        text += paragraphs(report.sections[section.id] ?? [])
      }
      text += "</section>\n"
    }
    text += ending(of: report)
    return text + "</article>\n</body>\n</html>\n"
  }

  private static func paragraphs(_ texts: [String]) -> String {
    var markup = ""
    for text in texts {
      let paragraph = ProseParagraph(text)
      // The sections' headings are of the second rank: （一） is of the third.
      let element = paragraph.isHeading ? "h\(min(6, (paragraph.level ?? 2) + 1))" : "p"
      markup += "<\(element)>\(HTMLEscaping.escaped(trimmed(text)))</\(element)>\n"
    }
    return markup
  }

  /// Text without the blanks that stand for an indent or nothing.
  private static func trimmed(_ text: String) -> String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{3000}", "\u{A0}"]
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, blanks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, blanks.contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func ending(of report: Report) -> String {
    let isStamped = report.signature.mode == .stamp
    let lines = report.signers.map { isStamped ? $0.headTitle ?? $0.name : $0.name }
    let date = report.date
    return "<footer>\n" + lines.map { "<p>\(HTMLEscaping.escaped($0))</p>\n" }.joined()
      + "<p><time datetime=\"\(date)\">\(date.year)年\(date.month)月\(date.day)日</time></p>\n</footer>\n"
  }
}
