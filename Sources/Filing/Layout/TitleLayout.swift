import DocumentTemplate
import Forms

/// The title: centred, in lines of which none is broken inside of a word if that can be; a narrower paragraph makes
/// them where one can, so that its text stays whole, and else line breaks do.
struct TitleLayout {
  let report: Report

  /// The lines.
  var lines: [String] { report.titleLines.isEmpty ? balanced.lines : report.titleLines }

  var paragraph: RichTextParagraph {
    guard report.titleLines.isEmpty else {
      return RichTextParagraph(RichText(report.titleLines.joined(separator: "\n")), style: "Title")
    }
    let balanced = balanced
    guard balanced.lines.count > 1 else { return RichTextParagraph(report.title, style: "Title") }
    if balanced.needsBreaks {
      return RichTextParagraph(RichText(balanced.lines.joined(separator: "\n")), style: "Title")
    }
    let indent = Length.hundredths((PageGrid.textWidth - balanced.width * PageGrid.titleCharacter) / 2)
    return RichTextParagraph(
      RichText(report.title), style: "Title",
      layout: ParagraphLayout(leftIndent: indent, rightIndent: indent))
  }

  private var balanced: BalancedLines {
    BalancedLines(
      report.title, within: PageGrid.textWidth / PageGrid.titleCharacter,
      seams: Seams.of(report.title).union([report.agency.unicodeScalars.count]), mayAddBreaks: true)
  }
}
