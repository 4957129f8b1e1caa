import DataFiles
import DocumentTemplate
import Forms
import OfficeDocument
import TemplateLanguage

/// The end of a report: who signs, the date, and room for what is pressed on them (GB/T 9704—2012, 7.3.5).
struct EndingLayout {
  let report: Report
  let options: PrintOptions
  /// Whether a seal's top is brought up to the text.
  let isSealClose: Bool

  /// The lines for those who sign, but for the date.
  var signers: [RichTextParagraph] = []
  var date = RichTextParagraph("")
  /// How far seals reach below the date, in points.
  var overhang = 0.0
  /// The height of all of it, in points, from the text down.
  private(set) var height = 0.0

  /// Four characters, by which the date is in from the right.
  static let dateIndent = 4 * PageGrid.character
  /// Two characters.
  static let twoCharacters = 2 * PageGrid.character

  /// What a seal may reach below the date without room of its own, in points.
  private static let slightOverhang = 2.0

  init(report: Report, options: PrintOptions, isSealClose: Bool = false) {
    self.report = report
    self.options = options
    self.isSealClose = isSealClose
    let isJoint = report.signers.count > 1
    switch report.signature.mode {
    case .seal where isJoint: layOutSealsSideBySide()
    case .seal: layOutSeal()
    case .plain: layOutPlain()
    case .stamp: layOutStamps()
    }
    if !below.isEmpty { date.layout?.keepsWithNext = true }
    height += PageGrid.line + belowHeight
  }

  /// What stands below the date: the line for a signature by hand, or else room for seals, so that none is pressed
  /// on the page number.
  private var below: [RichTextParagraph] {
    if let hand = report.signature.handSignature { return [RichTextParagraph(hand, style: "Hand Signature")] }
    guard overhang > Self.slightOverhang else { return [] }
    return [
      RichTextParagraph(
        RichText(), style: "Hand Signature", layout: ParagraphLayout(lineHeight: .hundredths(overhang)))
    ]
  }

  private var belowHeight: Double {
    report.signature.handSignature != nil ? PageGrid.line : overhang > Self.slightOverhang ? overhang : 0
  }

  /// Takes `points` of the page above the date.
  mutating func take(_ points: Double) { height += points }

  var values: Mapping {
    return Mapping([
      ("signers", .object(Paragraphs(signers))),
      ("date", .object(date)),
      ("hand_signature", .object(Paragraphs(below))),
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
