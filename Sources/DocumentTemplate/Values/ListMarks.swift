import OfficeDocument

extension DocumentList.Marks {
  /// What stands before an item of a level, in Word's terms (ISO/IEC 29500-1, 17.9.17 and 17.9.11).
  private func mark(_ level: Int) -> (format: String, text: String) {
    let number = "%\(level + 1)"
    return switch (self, level % 4) {
    case (.bullets, _): ("bullet", "•")
    case (.numbers, 0): ("decimal", "\(number).")
    case (.numbers, 1): ("decimal", "(\(number))")
    case (.numbers, 2): ("lowerLetter", "\(number).")
    case (.numbers, _): ("lowerRoman", "\(number).")
    case (.chinese, 0): ("chineseCounting", "\(number)、")
    case (.chinese, 1): ("chineseCounting", "（\(number)）")
    case (.chinese, 2): ("decimal", "\(number).")
    case (.chinese, _): ("decimal", "（\(number)）")
    }
  }

  /// A level's distance from the margin, in twentieths of a point.
  private static let step = 420

  /// A `w:abstractNum` with this number.
  func abstractNumbering(_ id: Int) -> String {
    var markup = "<w:abstractNum xmlns:w=\"\(Namespace.wordprocessing)\" w:abstractNumId=\"\(id)\">"
    markup += "<w:multiLevelType w:val=\"multilevel\"/>"
    for level in 0..<9 {
      let (format, text) = mark(level)
      markup +=
        "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + "<w:suff w:val=\"\(self == .chinese ? "nothing" : "tab")\"/><w:lvlText w:val=\"\(text)\"/>"
        + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"\((level + 1) * Self.step)\""
        + " w:hanging=\"\(Self.step)\"/></w:pPr></w:lvl>"
    }
    return markup + "</w:abstractNum>"
  }

  /// A `w:num` that begins at the first number.
  static func numbering(_ id: Int, of design: Int) -> String {
    let starts = (0..<9).map {
      "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
    }
    return
      "<w:num xmlns:w=\"\(Namespace.wordprocessing)\" w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(design)\"/>"
      + starts.joined() + "</w:num>"
  }

  /// A list style of OpenDocument (ODF 1.3 part 3, 16.31).
  var openDocumentStyle: AutomaticStyle {
    var levels = ""
    for level in 0..<9 {
      let (format, text) = mark(level)
      let distance = Double((level + 1) * Self.step) / 20
      let alignment =
        "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
        + "<style:list-level-label-alignment text:label-followed-by=\"\(self == .chinese ? "nothing" : "listtab")\""
        + " fo:text-indent=\"-\(Double(Self.step) / 20)pt\" fo:margin-left=\"\(distance)pt\"/>"
        + "</style:list-level-properties>"
      let parts = text.split(separator: "%\(level + 1)", maxSplits: 1, omittingEmptySubsequences: false)
      if format == "bullet" {
        levels +=
          "<text:list-level-style-bullet text:level=\"\(level + 1)\" text:bullet-char=\"\(text)\">"
          + alignment + "</text:list-level-style-bullet>"
      } else {
        let kinds = [
          "decimal": "1", "lowerLetter": "a", "lowerRoman": "i", "chineseCounting": "一, 二, 三, ...",
        ]
        levels +=
          "<text:list-level-style-number text:level=\"\(level + 1)\" style:num-format=\"\(kinds[format] ?? "1")\""
          + " style:num-prefix=\"\(parts[0])\" style:num-suffix=\"\(parts[1])\">\(alignment)"
          + "</text:list-level-style-number>"
      }
    }
    return AutomaticStyle(
      wrap: Wrap(
        "<text:list-style xmlns:style=\"\(Namespace.style)\" xmlns:text=\"\(Namespace.text)\""
          + " xmlns:fo=\"\(Namespace.formatting)\" style:name=\"",
        "\">\(levels)</text:list-style>"))
  }
}

extension PackageChanges {
  /// The number of a new list of a Word document.
  func newList(_ marks: DocumentList.Marks) throws(OfficeError) -> Int {
    let design: Int
    if let known = supplements.listDesigns[marks] {
      design = known
    } else {
      design = try newListID()
      supplements.listDesigns[marks] = design
      try append(Array(marks.abstractNumbering(design).utf8), to: .numbering, at: .abstractNumberings)
    }
    let number = try newListID()
    try append(
      Array(DocumentList.Marks.numbering(number, of: design).utf8), to: .numbering, at: .numberings)
    return number
  }
}
