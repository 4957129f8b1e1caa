import OfficeDocument

/// Where a value is printed, and what it takes to print each level of content there.
struct Site: Sendable, Hashable {
  /// The level of the place.
  let level: Level
  /// What must stand around content of a level; nothing for a level that can't stand here.
  let wraps: [Wrap?]
  /// What stands for a line break and a tab among characters.
  let lineBreak: [UInt8]
  let tab: [UInt8]
  /// What stands for a page break, between paragraphs.
  let pageBreak: [UInt8]
  /// What ends the paragraph among characters and begins another of its kind; nil where there is no paragraph.
  let paragraphBreak: Wrap?
  /// OpenDocument folds blanks: all but single ones are written as elements.
  let foldsBlanks: Bool
  /// Whether the place is an attribute's value.
  let isAttribute: Bool
  /// What is around the place; nil where there is nothing but characters.
  let around: Surroundings?
  let format: OfficeFormat
  /// How large a picture can be; nil on the page itself.
  var space: Space?
  /// The place in a picture of the template that a picture may fill.
  var frame: PictureFrame?
  /// What a truth value does to a list here.
  var list: ListAction?
  /// The place in a workbook's cell that a value fills.
  var sheet: SheetPlace?
  /// The box that a truth value ticks here.
  var checkBox: CheckBox?
  /// Whether the tag took the place of its run.
  let replacesRun: Bool
  /// Whether the tag is all there is in its paragraph.
  var isAlone = false
  /// Whether the place is on the page, and not in a cell or a text box.
  var isOnPage = false
  /// Whether a paragraph must follow blocks that end with a table here: nothing else does, or a table does.
  var needsParagraphBehind = false
  /// Which part of an address the place is, if it is one.
  var address: AddressPart?

  /// A part of an address.
  enum AddressPart: Sendable, Hashable, CaseIterable {
    /// Where the scheme stands, which decides whether an address may be linked to.
    case beginning
    case rest
  }

  /// Whether characters are printed here with nothing around them, and nothing else is to be done.
  var isBare: Bool {
    level == .characters && wrap(for: .characters) == Wrap() && !isAttribute && address == nil && frame == nil
      && list == nil && sheet == nil && checkBox == nil
  }

  /// What is around the place says nearly everything else; equality compares all.
  func hash(into hasher: inout Hasher) {
    hasher.combine(level)
    hasher.combine(wraps)
    hasher.combine(around)
    hasher.combine(frame)
    hasher.combine(isAlone)
  }

  /// What must stand around content of `level` here; nil if it can't stand here.
  func wrap(for level: Level) -> Wrap? {
    level.rawValue < wraps.count ? wraps[level.rawValue] : nil
  }

  /// A property: characters only.
  static let plain = Site(isAttribute: false, lineBreak: [0x0A], tab: [0x09])

  /// An attribute's value: characters only, those that parsers turn into blanks written as references.
  static let attribute = Site(isAttribute: true, lineBreak: Array("&#10;".utf8), tab: Array("&#9;".utf8))

  /// A place in an attribute that holds an address.
  static func address(_ part: AddressPart) -> Site {
    var site = attribute
    site.address = part
    return site
  }

  /// A place in a picture of the template.
  static func picture(_ frame: PictureFrame) -> Site {
    var site = plain
    site.frame = frame
    return site
  }

  /// A place in a workbook.
  static func sheet(_ place: SheetPlace) -> Site {
    var site = plain
    site.sheet = place
    return site
  }

  /// A place where a list may begin anew.
  static func list(_ action: ListAction) -> Site {
    var site = plain
    site.list = action
    return site
  }

  /// The state of a box.
  static func checkBox(_ box: CheckBox) -> Site {
    var site = plain
    site.checkBox = box
    return site
  }

  private init(isAttribute: Bool, lineBreak: [UInt8], tab: [UInt8]) {
    level = .characters
    wraps = [Wrap()]
    self.lineBreak = lineBreak
    self.tab = tab
    self.isAttribute = isAttribute
    around = nil
    format = .docx
    replacesRun = false
    foldsBlanks = false
    pageBreak = []
    paragraphBreak = nil
  }

  /// A site at `level` with what is, or was, around it.
  ///
  /// - Parameter replacesRun: whether the tag took the place of its run, so that text needs the run around it.
  init(level: Level, in around: Surroundings, _ format: OfficeFormat, replacesRun: Bool = false) {
    let inner = around.run.around(around.text)
    let canBreak = level == .blocks || !around.isUncuttable
    let breaks: Wrap? = canBreak ? around.paragraph.around(around.inParagraph).interrupted : nil
    switch (level, format) {
    case (.characters, .docx):
      wraps = [Wrap(), inner.interrupted, breaks]
    case (.runs, .docx):
      wraps = [inner, Wrap(), breaks.map { _ in around.paragraph.around(around.wrappers).interrupted }]
    case (.runs, .odt) where replacesRun:
      wraps = [inner, Wrap(), breaks.map { _ in around.paragraph.around(around.wrappers).interrupted }]
    case (.characters, .odt), (.runs, .odt):
      wraps = [Wrap(), Wrap(), breaks]
    case (.blocks, _):
      let paragraph = around.paragraph
      let wrappers = format == .docx ? around.wrappers : around.inParagraph
      wraps = [paragraph.around(around.inParagraph), paragraph.around(wrappers), Wrap()]
    case (.cells, _): wraps = [nil, nil, nil, Wrap()]
    case (.rows, _): wraps = [nil, nil, nil, nil, Wrap()]
    }
    self.level = level
    paragraphBreak = level > .blocks ? nil : breaks
    foldsBlanks = format == .odt
    isAttribute = false
    self.around = around
    self.format = format
    self.replacesRun = replacesRun && level == .runs
    let prefix = around.prefix
    func inRun(_ element: String) -> [UInt8] {
      around.text.after + Array("<\(prefix)\(element)/>".utf8) + around.text.before
    }
    if around.isDrawing {
      lineBreak = inner.after + Array("<\(prefix)br/>".utf8) + inner.before
      tab = [0x09]
      pageBreak = []
    } else if format == .docx {
      lineBreak = inRun("br")
      tab = inRun("tab")
      pageBreak = Array(
        "<\(prefix)p><\(prefix)r><\(prefix)br \(prefix)type=\"page\"/></\(prefix)r></\(prefix)p>".utf8)
    } else {
      lineBreak = Array("<text:line-break/>".utf8)
      tab = Array("<text:tab/>".utf8)
      pageBreak = []
    }
  }
}
