import OfficeDocument
import TemplateLanguage

/// Writes stretches of formatted text as runs, or as spans of OpenDocument.
struct RunWriter {
  private let around: Surroundings
  /// Whether the formatting around shows where a run has none of its own.
  private let keepsFormatting: Bool

  init(_ around: Surroundings, keepsFormatting: Bool) {
    self.around = around
    self.keepsFormatting = keepsFormatting
  }

  func write(_ run: RichText.Run, into writer: inout MarkupWriter) throws(ValueError) {
    guard !run.text.isEmpty else { return }
    let link = try LinkMarkup.wrap(run.link, &writer)
    // A link can't stand in a link: the one around is closed and opened again.
    let leaves = link != nil && around.link != nil
    var inside = around
    var left = Wrap()
    if leaves, let outer = around.link {
      inside.wrappers = around.outsideLink
      left = outer.around(spans)
    }
    var own = Wrap()
    switch writer.format {
    case .docx:
      inside.wrappers = inside.wrappers.around(link ?? Wrap())
      inside.run = try wordRun(run.format, writer)
      own = (link ?? Wrap()).around(inside.run).around(inside.text)
    case .odt:
      inside.wrappers = inside.wrappers.around(spans).around(link ?? Wrap())
      inside.run = try OpenDocumentFormat.span(run.format, writer)
      own = (leaves ? spans : Wrap()).around(link ?? Wrap()).around(inside.run)
    }
    writer.write(left.after)
    writer.write(own.before)
    try writer.write(text: run.text, at: Site(level: .characters, in: inside, writer.format))
    writer.write(own.after)
    writer.write(left.before)
  }

  /// The spans of OpenDocument that are open around each run.
  private var spans: Wrap { around.format == .odt && keepsFormatting ? around.run : Wrap() }

  private func wordRun(_ format: TextFormat, _ writer: MarkupWriter) throws(ValueError) -> Wrap {
    let prefix = around.prefix
    let own = try WordFormat.properties(format, prefix: prefix, writer.changes.styles)
    let all = keepsFormatting ? RunProperty.merge(around.formatting, own) : RunProperty.merge([], own)
    var start = Array("<\(prefix)r>".utf8)
    if !all.isEmpty {
      start += Array("<\(prefix)rPr>".utf8) + all.flatMap(\.bytes) + Array("</\(prefix)rPr>".utf8)
    }
    return Wrap(start, Array("</\(prefix)r>".utf8))
  }
}
