import BinaryForms
import OfficeDocument

extension Site {
  func write(to writer: inout BinaryWriter) {
    writer.write(case: level)
    writer.list(wraps) { $0.optional($1) { $1.write(to: &$0) } }
    for bytes in [lineBreak, tab, pageBreak] { writer.write(bytes) }
    writer.optional(paragraphBreak) { $1.write(to: &$0) }
    writer.write(foldsBlanks)
    writer.write(isAttribute)
    writer.optional(around) { $1.write(to: &$0) }
    writer.write(case: format)
    writer.optional(space) { $1.write(to: &$0) }
    writer.optional(frame) { $1.write(to: &$0) }
    writer.optional(list) { $1.write(to: &$0) }
    writer.optional(sheet) { $0.write(case: $1) }
    writer.optional(checkBox) { $1.write(to: &$0) }
    for flag in [replacesRun, isAlone, isOnPage, needsParagraphBehind] { writer.write(flag) }
    writer.optional(address) { $0.write(case: $1) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    level = try reader.oneCase()
    wraps = try reader.list { reader throws(BinaryFormError) in try reader.optional(Wrap.init(from:)) }
    lineBreak = try reader.stretch()
    tab = try reader.stretch()
    pageBreak = try reader.stretch()
    paragraphBreak = try reader.optional(Wrap.init(from:))
    foldsBlanks = try reader.bool()
    isAttribute = try reader.bool()
    around = try reader.optional(Surroundings.init(from:))
    format = try reader.oneCase()
    space = try reader.optional(Space.init(from:))
    frame = try reader.optional(PictureFrame.init(from:))
    list = try reader.optional(ListAction.init(from:))
    sheet = try reader.optional { reader throws(BinaryFormError) in try reader.oneCase() }
    checkBox = try reader.optional(CheckBox.init(from:))
    replacesRun = try reader.bool()
    isAlone = try reader.bool()
    isOnPage = try reader.bool()
    needsParagraphBehind = try reader.bool()
    address = try reader.optional { reader throws(BinaryFormError) in try reader.oneCase() }
  }
}

extension Surroundings {
  func write(to writer: inout BinaryWriter) {
    for wrap in [paragraph, wrappers, run, text, outsideLink] { wrap.write(to: &writer) }
    writer.optional(link) { $1.write(to: &$0) }
    writer.list(formatting) { $1.write(to: &$0) }
    writer.write(isUncuttable)
    writer.write(isDrawing)
    writer.optional(paragraphStyle) { $0.write($1) }
    writer.optional(pageBreaks) { $1.write(to: &$0) }
    writer.write(prefix)
    writer.write(case: format)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    paragraph = try Wrap(from: &reader)
    wrappers = try Wrap(from: &reader)
    run = try Wrap(from: &reader)
    text = try Wrap(from: &reader)
    outsideLink = try Wrap(from: &reader)
    link = try reader.optional(Wrap.init(from:))
    formatting = try reader.list(RunProperty.init(from:))
    isUncuttable = try reader.bool()
    isDrawing = try reader.bool()
    paragraphStyle = try reader.optionalString()
    pageBreaks = try reader.optional(PageBreakStyles.init(from:))
    prefix = try reader.string()
    format = try reader.oneCase()
  }
}

extension Wrap {
  func write(to writer: inout BinaryWriter) {
    writer.write(before)
    writer.write(after)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(try reader.stretch(), try reader.stretch())
  }
}

extension RunProperty {
  func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(bytes)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(name: try reader.string(), bytes: try reader.stretch())
  }
}

extension PageBreakStyles {
  func write(to writer: inout BinaryWriter) {
    before.wrap.write(to: &writer)
    after.wrap.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    before = AutomaticStyle(wrap: try Wrap(from: &reader))
    after = AutomaticStyle(wrap: try Wrap(from: &reader))
  }
}

extension Space {
  func write(to writer: inout BinaryWriter) {
    writer.write(width)
    writer.optional(height) { $0.write($1) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      width: try reader.int(),
      height: try reader.optionalInt())
  }
}

extension PictureFrame {
  func write(to writer: inout BinaryWriter) {
    writer.write(case: place)
    writer.write(original)
    writer.write(size.width)
    writer.write(size.height)
    writer.write(prefix)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      place: try reader.oneCase(), original: try reader.stretch(),
      size: PictureSize(width: try reader.int(), height: try reader.int()), prefix: try reader.string())
  }
}

extension CheckBox {
  func write(to writer: inout BinaryWriter) {
    writer.write(checked)
    writer.write(unchecked)
    writer.write(isState)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    checked = try reader.string()
    unchecked = try reader.string()
    isState = try reader.bool()
  }
}

extension ListAction {
  private enum Form: CaseIterable { case restart, write }

  func write(to writer: inout BinaryWriter) {
    switch self {
    case .restart(let list, let level):
      writer.write(case: Form.restart)
      writer.write(list)
      writer.write(level)
    case .write(let bytes):
      writer.write(case: Form.write)
      writer.write(bytes)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .restart: .restart(list: try reader.string(), level: try reader.int())
      case .write: .write(try reader.stretch())
      }
  }
}
