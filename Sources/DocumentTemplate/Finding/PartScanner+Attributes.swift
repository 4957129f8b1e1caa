import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A stretch of an attribute's value.
enum AttributePiece: Sendable, Equatable {
  case text(String)
  /// The tag with this number.
  case tag(Int)
  /// A place in a picture that the value of the tag with this number may fill.
  case picture(Int, PictureFrame)
  /// The state of a box that the value of the tag with this number ticks.
  case checkBox(Int, CheckBox)
  /// The type of a workbook's cell that the value of the tag with this number fills.
  case sheetType(Int)
  /// What the mark with this number writes.
  case mark(Int)
}

extension PartScanner {
  /// Finds the tags in attributes that people write in, such as alternative texts and link targets.
  mutating func scanAttributes() {
    for element in tree.root.descendants(noted: dialect.hasWrittenAttributes) {
      for name in dialect.writtenAttributes(of: element) {
        guard var value = element.attribute(name) else { continue }
        // What a frame is called need not be a tag; as secretary has it, one that is stands for a picture.
        if name == ODFDraw.name, !isOneValue(value) { continue }
        if name == Dialect.address, value.hasPrefix(Self.secretary) {
          value.removeFirst(Self.secretary.count)
        }
        scanAttribute(name, of: element, text: LinkTarget.unescapingTags(in: Array(value.utf8), delimiters))
      }
    }
  }

  private static let hyperlink = NameNote(among: [W.hyperlink])

  /// The scheme by which secretary's users make an editor take a tag for an address.
  private static let secretary = "secretary:"

  private func isOneValue(_ text: String) -> Bool {
    text.hasPrefix(delimiters.output.open.description) && text.hasSuffix(delimiters.output.close.description)
  }

  /// Finds the tags in the addresses of a Word part's hyperlinks; `targets` are the addresses by relationship id.
  ///
  /// - Parameter noteTargets: the same for the notes that stand in the body while it is compiled.
  mutating func scanLinks(_ targets: [String: String], notes noteTargets: [NoteKind: [String: String]]) {
    guard !targets.isEmpty || !noteTargets.isEmpty else { return }
    for element in tree.root.descendants(noted: Self.hyperlink) {
      let kind = part.part == .body ? NoteKind.allCases.first { element.ancestor($0.element) != nil } : nil
      let targets = kind.map { noteTargets[$0] ?? [:] } ?? targets
      guard let id = element.attribute(Dialect.relationshipID), let target = targets[id] else { continue }
      let text = LinkTarget.unescapingTags(in: Array(target.utf8), delimiters)
      scanAttribute(Dialect.relationshipID, of: element, text: text)
    }
  }

  private mutating func scanAttribute(_ name: Name, of element: Node, text: [UInt8]) {
    guard TagScanner.mayHoldTags(text, delimiters) else { return }
    var own = TagScanner(delimiters)
    let (tags, faults) = own.scan(text)
    let spot = spot(around: element)
    follow(spot)
    report(faults, in: text, spot: spot)
    guard !tags.isEmpty else { return }
    var pieces: [AttributePiece] = []
    var position = 0
    func keep(upTo end: Int) {
      if end > position { pieces.append(.text(String(decoding: text[position..<end], as: UTF8.self))) }
    }
    for tag in tags {
      keep(upTo: tag.range.lowerBound)
      position = tag.range.upperBound
      switch tag.kind {
      case .escape(let plain): pieces.append(.text(plain))
      case .raw, .comment: continue
      case .output, .statement:
        pieces.append(.tag(record(tag, in: text, spot: spot)))
      }
    }
    keep(upTo: text.count)
    let kind: WrittenAttribute.Kind =
      name == Dialect.relationshipID ? .relationship : name == Dialect.address ? .address : .text
    attributes.append(WrittenAttribute(element: element, name: name, pieces: pieces, kind: kind))
    hasChanged = true
  }
}

/// An attribute that holds tags.
struct WrittenAttribute {
  let element: Node
  let name: Name
  let pieces: [AttributePiece]
  let kind: Kind

  /// What the value is.
  enum Kind: Sendable, Equatable, CaseIterable {
    case text
    case address
    /// The id of a relationship that leads to the address with the tags.
    case relationship
  }
}

extension Dialect {
  private static let description = Name("", "descr")
  private static let title = Name("", "title")
  private static let name = Name("", "name")
  private static let alternative = Name("", "alt")
  fileprivate static let relationshipID = Name(
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")
  fileprivate static let address = Name("http://www.w3.org/1999/xlink", "href")

  /// Which elements can have attributes that people write.
  fileprivate var hasWrittenAttributes: NameNote {
    format == .docx ? Self.wordAttributes : Self.openDocumentAttributes
  }

  private static let wordAttributes = NameNote { word.writtenAttributes(of: $0).isEmpty ? 0 : 1 }
  private static let openDocumentAttributes = NameNote {
    openDocument.writtenAttributes(of: $0).isEmpty ? 0 : 1
  }

  /// The attributes of `element` whose values people write: alternative texts (ISO/IEC 29500-1, 20.4.2.5;
  /// ISO/IEC 29500-4, 19.1.2.19) and, in OpenDocument, link targets (ODF 1.3 part 3, 6.1.8), the texts of fields
  /// (7.4, 7.7) and names of frames.
  func writtenAttributes(of element: Node) -> [Name] {
    switch format {
    case .docx:
      switch element.localName {
      case "docPr", "cNvPr": [Self.description, Self.title]
      case "tableColumn": [Self.name]
      case "shape", "rect", "oval", "roundrect", "group", "textbox": [Self.alternative, Self.title]
      default: []
      }
    case .odt:
      switch element.localName {
      case "a": [Self.address]
      case "frame": [ODFDraw.name]
      case "user-field-decl", "variable-set", "hidden-text": [ODFOffice.stringValue, ODFText.stringValue]
      case "conditional-text": [ODFText.stringValueIfTrue, ODFText.stringValueIfFalse]
      default: []
      }
    }
  }
}
