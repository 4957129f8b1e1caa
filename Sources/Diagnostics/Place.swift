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

  /// The spot in words: `header 2, paragraph 1`.
  public func text(in language: Language) -> String {
    ([part.text(in: language)] + steps.map { $0.text(in: language) })
      .joined(separator: language == .chinese ? "，" : ", ")
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
  case header(Int)
  case footer(Int)
  case footnotes
  case endnotes
  case comments
  case properties(String)
  case other(String)

  func text(in language: Language) -> String {
    switch (self, language) {
    case (.body, .english): "body"
    case (.body, .chinese): "正文"
    case (.header(let number), .english): "header \(number)"
    case (.header(let number), .chinese): "第\(number)个页眉"
    case (.footer(let number), .english): "footer \(number)"
    case (.footer(let number), .chinese): "第\(number)个页脚"
    case (.footnotes, .english): "footnotes"
    case (.footnotes, .chinese): "脚注"
    case (.endnotes, .english): "endnotes"
    case (.endnotes, .chinese): "尾注"
    case (.comments, .english): "comments"
    case (.comments, .chinese): "批注"
    case (.properties(let name), .english): "document property \(name)"
    case (.properties(let name), .chinese): "文档属性 \(name)"
    case (.other(let name), _): name
    }
  }
}
