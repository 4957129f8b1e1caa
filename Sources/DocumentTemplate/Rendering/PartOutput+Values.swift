import Deflate
import TemplateLanguage

/// Printing values where they stand.
extension PartOutput {
  mutating func value(_ value: Value, site index: Int) throws(ValueError) {
    if let statement = CellDesigns.statement(at: index) {
      try cells.take(value, of: statement, at: text.end)
      return
    }
    if let bare = part.bareSites[index] {
      switch value {
      case .string(let text):
        if TextEscaper.appendBare(text, foldsBlanks: bare.foldsBlanks, to: &self.text.values) { return }
      case .int:
        value.appendPrinted(to: &text.values)
        return
      default: break
      }
    }
    let site = part.sites[index]
    if let frame = site.frame {
      write(value, in: frame)
      return
    }
    if let place = site.sheet {
      text.values += place.markup(of: value)
      return
    }
    if let action = site.list {
      if value.isTrue { carryOut(action) }
      return
    }
    if let text = site.checkBox?.text(of: value) {
      try write(text, at: site)
      return
    }
    switch value {
    case .object(let object):
      if let markup = object as? CapturedMarkup {
        guard let level = markup.level else { return }
        let (content, events) = content(of: markup)
        try splice(content, level, at: site, events: events)
      } else if let markup = object as? any MarkupObject, let around = site.around {
        var writer = MarkupWriter(site: site, around: around, entry: entry, changes: changes)
        try markup.write(into: &writer)
        var content = TemplateText()
        content.values = writer.bytes
        try splice(content, markup.level(at: site), at: site)
      } else if let characters = object.text {
        try write(characters, at: site)
      } else {
        throw ValueError(.notPrintable(object.typeName))
      }
    case .string(let characters): try write(characters, at: site)
    case .int where site.level == .characters: value.appendPrinted(to: &text.values)
    default: try write(value.printed, at: site)
    }
  }

  /// Fills a place in a picture; what is no picture leaves it as the template has it.
  private mutating func write(_ value: Value, in frame: PictureFrame) {
    guard case .object(let object) = value, let picture = object as? Picture else {
      text.values += frame.original
      return
    }
    text.values += frame.markup(for: picture, entry: entry, changes)
  }

  private mutating func write(_ characters: String, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: .characters) else { throw ValueError(.textAmongCells) }
    let characters =
      switch site.address {
      case .beginning: try LinkAddress.checked(characters)
      case .rest: LinkAddress.encoded(characters)
      case nil: characters
      }
    text.values.append(contentsOf: wrap.before)
    let entry = entry
    try TextEscaper.append(characters, at: site, to: &text.values) { changes.name(of: $0, in: entry) }
    text.values.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  private mutating func splice(
    _ markup: TemplateText, _ level: Level, at site: Site, events: [CellEvent] = []
  ) throws(ValueError) {
    guard let wrap = site.wrap(for: level) else { throw ValueError(.markupDoesNotFit) }
    guard markup.byteCount > 0 else { return }
    if site.isAlone, level == .blocks, site.level < .blocks, leaveParagraph() {
      cells.append(events, at: text.end)
      text.append(markup)
      skipsParagraph = true
      return
    }
    text.values.append(contentsOf: wrap.before)
    cells.append(events, at: text.end)
    text.append(markup)
    text.values.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  /// Takes back the start of the paragraph just begun; false if more than one literal holds it.
  private mutating func leaveParagraph() -> Bool {
    guard let last = text.removeLastLiteral(counts: { part.literals[$0].count }) else {
      guard spelled.upperBound == text.values.count,
        let start = ParagraphBounds.start(in: text.values[spelled])
      else { return false }
      text.values.removeSubrange(start...)
      return true
    }
    let literal = part.blob[part.literals[last]]
    guard let start = ParagraphBounds.start(in: literal) else {
      text.append(literal: last, count: literal.count)
      return false
    }
    text.values += literal[..<start]
    return true
  }
}
