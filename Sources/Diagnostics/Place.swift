/// Where something is, said the way a person counts: from 1.
public struct Place: Sendable, Hashable {
  /// The file's name as the user gave it.
  public var file: String?
  /// The spot within the file.
  public var spot: Spot

  /// A spot within a file.
  public enum Spot: Sendable, Hashable {
    /// The file as a whole.
    case whole
    /// A line and a column of a text file, counted from 1; the column counts Unicode scalars.
    case line(Int, column: Int)
    /// A spot in an office document.
    case document(DocumentSpot)
    /// A named thing: an archive entry, a cell of the form by its label, a property.
    case named(String)
  }

  /// Makes a place.
  public init(file: String? = nil, _ spot: Spot = .whole) {
    self.file = file
    self.spot = spot
  }

  /// The place in words: `report.docx: body, table 2, row 5, cell 3`.
  public func text(in language: Language) -> String {
    let spotText: String? =
      switch spot {
      case .whole: nil
      case .line(let line, let column):
        language == .chinese ? "第\(line)行第\(column)列" : "line \(line), column \(column)"
      case .document(let spot): spot.text(in: language)
      case .named(let name): name
      }
    return [file, spotText].compactMap { $0 }.joined(separator: language == .chinese ? "：" : ": ")
  }
}

/// A spot in an office document: a part and the way down to a paragraph.
public struct DocumentSpot: Sendable, Hashable {
  public var part: DocumentPart
  public var steps: [Step]

  /// One step down from the part; numbers count from 1 within the step before.
  public enum Step: Sendable, Hashable {
    case paragraph(Int)
    case table(Int)
    case row(Int)
    case cell(Int)
    case textBox(Int)
    case note(Int)
  }

  /// Makes a spot.
  public init(part: DocumentPart, steps: [Step] = []) {
    self.part = part
    self.steps = steps
  }

  /// The spot in words: `header of section 2, paragraph 1`, `footnote 4, paragraph 1`.
  public func text(in language: Language) -> String {
    var words = [part.text(in: language)]
    var rest = steps[...]
    if case .note(let number)? = rest.first, let note = part.noteText(number, in: language) {
      words = [note]
      rest.removeFirst()
    }
    return (words + rest.map { $0.text(in: language) }).joined(separator: language == .chinese ? "，" : ", ")
  }
}

extension DocumentSpot.Step {
  func text(in language: Language) -> String {
    switch (self, language) {
    case (.paragraph(let number), .english): "paragraph \(number)"
    case (.paragraph(let number), .chinese): "第\(number)段"
    case (.table(let number), .english): "table \(number)"
    case (.table(let number), .chinese): "第\(number)个表格"
    case (.row(let number), .english): "row \(number)"
    case (.row(let number), .chinese): "第\(number)行"
    case (.cell(let number), .english): "cell \(number)"
    case (.cell(let number), .chinese): "第\(number)格"
    case (.textBox(let number), .english): "text box \(number)"
    case (.textBox(let number), .chinese): "第\(number)个文本框"
    case (.note(let number), .english): "note \(number)"
    case (.note(let number), .chinese): "第\(number)条"
    }
  }
}

/// A part of a document, as its reader knows it; numbers count from 1 in document order.
public enum DocumentPart: Sendable, Hashable {
  case body
  case header(PageScope)
  case footer(PageScope)
  case footnotes
  case endnotes
  case comments
  case properties(String)
  case chart(Int)
  case diagram(Int)
  case other(String)

  func text(in language: Language) -> String {
    switch (self, language) {
    case (.body, .english): "body"
    case (.body, .chinese): "正文"
    case (.header(let scope), _): scope.text(of: ("页眉", "header"), in: language)
    case (.footer(let scope), _): scope.text(of: ("页脚", "footer"), in: language)
    case (.footnotes, .english): "footnotes"
    case (.footnotes, .chinese): "脚注"
    case (.endnotes, .english): "endnotes"
    case (.endnotes, .chinese): "尾注"
    case (.comments, .english): "comments"
    case (.comments, .chinese): "批注"
    case (.properties(let name), .english): "document property \(name)"
    case (.properties(let name), .chinese): "文档属性 \(name)"
    case (.chart(let number), .english): "chart \(number)"
    case (.chart(let number), .chinese): "第\(number)个图表"
    case (.diagram(let number), .english): "diagram \(number)"
    case (.diagram(let number), .chinese): "第\(number)个智能图形"
    case (.other(let name), _): name
    }
  }

  /// One note or comment, which a reader knows by its number.
  func noteText(_ number: Int, in language: Language) -> String? {
    switch (self, language) {
    case (.footnotes, .english): "footnote \(number)"
    case (.footnotes, .chinese): "脚注\(number)"
    case (.endnotes, .english): "endnote \(number)"
    case (.endnotes, .chinese): "尾注\(number)"
    case (.comments, .english): "comment \(number)"
    case (.comments, .chinese): "批注\(number)"
    default: nil
    }
  }
}
