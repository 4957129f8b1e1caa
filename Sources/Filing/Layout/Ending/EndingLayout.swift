import DataFiles
import DocumentTemplate
import Forms
import OfficeDocument
import TemplateLanguage

/// The end of a report: who signs, the date, and room for what is pressed on them (GB/T 9704—2012, 7.3.5).
struct EndingLayout {
  let report: Report
  let options: PrintOptions

  /// The lines for those who sign, but for the date.
  var signers: [RichTextParagraph] = []
  /// The cells of a table of seals side by side, each row three.
  var rows: [[[RichTextParagraph]]] = []
  var date = RichTextParagraph("")

  /// Four characters, by which the date is in from the right.
  static let dateIndent = 4 * PageGrid.character
  /// Two characters.
  static let twoCharacters = 2 * PageGrid.character

  init(report: Report, options: PrintOptions) {
    self.report = report
    self.options = options
    let isJoint = report.signers.count > 1
    switch report.signature.mode {
    case .seal where isJoint: layOutSealsSideBySide()
    case .seal: layOutSeal()
    case .plain: layOutPlain()
    case .stamp: layOutStamps()
    }
    if report.signature.handSignature != nil { date.layout?.keepsWithNext = true }
  }

  var values: Mapping {
    let hand = report.signature.handSignature.map { [RichTextParagraph($0, style: "Hand Signature")] } ?? []
    let rows = rows.map { row in Value.list(row.map { .object(Paragraphs($0)) }) }
    return Mapping([
      ("rows", .list(rows)),
      ("signers", .object(Paragraphs(signers))),
      ("date", .object(date)),
      ("hand_signature", .object(Paragraphs(hand))),
    ])
  }

  var dateText: String { "\(report.date.year)年\(report.date.month)月\(report.date.day)日" }
  var dateWidth: Double { TextWidth.of(dateText) * PageGrid.character }

  /// A paragraph of the signature.
  func line(_ text: String, style: String = "Signature", _ layout: ParagraphLayout) -> RichTextParagraph {
    RichTextParagraph(RichText(text), style: style, layout: layout)
  }

  /// A place beside a paragraph, in points from the text's left edge and the paragraph's top.
  struct Frame {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
  }

  /// What shows where a seal goes: its picture, or in a draft the circle that was asked for.
  func seal(of signer: Report.Signer, left: Double, top: Double) -> [PlacedPicture] {
    let diameter = Double(report.signature.sealDiameter) * PageGrid.millimetre
    let frame = Frame(left: left, top: top, width: diameter, height: diameter)
    if signer.seal != nil { return picture(signer.seal, "印章", frame) }
    guard options.isDraft, report.signature.hasGuide, let circle = GuideCircle.picture else { return [] }
    return [place(circle, "印章位置", frame)]
  }

  /// The picture in a file, in the middle of `frame` and as large as fits into it.
  func picture(_ file: String?, _ words: String, _ frame: Frame) -> [PlacedPicture] {
    file.flatMap { options.pictures[$0] }.map { [place($0, words, frame)] } ?? []
  }

  private func place(_ data: PictureData, _ words: String, _ frame: Frame) -> PlacedPicture {
    let (width, height) = (Double(data.naturalSize.width), Double(data.naturalSize.height))
    let scale = min(frame.width / width, frame.height / height)
    let size = Picture.Size.exact(width: .hundredths(width * scale), height: .hundredths(height * scale))
    return PlacedPicture(
      Picture(data, size: size, alternativeText: words),
      left: .hundredths(frame.left + (frame.width - width * scale) / 2),
      top: .hundredths(frame.top + (frame.height - height * scale) / 2))
  }
}
