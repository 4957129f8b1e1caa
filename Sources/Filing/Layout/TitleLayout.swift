import DocumentTemplate
import Forms

/// The title: centred, in lines of which none is broken inside of a word if that can be.
struct TitleLayout {
  let report: Report

  var paragraph: RichTextParagraph {
    guard report.titleLines.isEmpty else {
      return RichTextParagraph(RichText(report.titleLines.joined(separator: "\n")), style: "Title")
    }
    let greatest = PageGrid.textWidth / PageGrid.titleCharacter
    let balanced = BalancedLines(report.title, within: greatest, seams: seams)
    guard balanced.lines.count > 1 else { return RichTextParagraph(report.title, style: "Title") }
    let indent = Length.hundredths((PageGrid.textWidth - balanced.width * PageGrid.titleCharacter) / 2)
    return RichTextParagraph(
      RichText(report.title), style: "Title",
      layout: ParagraphLayout(leftIndent: indent, rightIndent: indent))
  }

  private var seams: Set<Int> {
    Seams.of(report.title).union([report.agency.unicodeScalars.count])
  }
}
