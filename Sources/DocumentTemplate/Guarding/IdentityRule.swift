import OfficeDocument
import XMLTree

/// An attribute that says what an element is known by, or what other element it refers to.
struct IdentityRule: Sendable {
  let attribute: Name
  /// The attribute as it is written.
  let written: String
  let space: Identity.Space
  /// Whether it names another element.
  var isReference = false
  /// Whether a reference is a fragment of an address: `#name`.
  var isFragment = false

  /// The rules of a format by the element's local name, and the namespace the element must be in.
  struct Table: Sendable {
    fileprivate(set) var rules: [String: [(namespace: String, rule: IdentityRule)]] = [:]

    /// The rules for an element.
    func rules(for element: Node) -> [IdentityRule] {
      guard let found = rules[element.localName] else { return [] }
      let namespace = element.namespace
      return found.filter { $0.namespace == namespace }.map(\.rule)
    }

    /// The rule for an attribute as it is written of an element with this local name.
    func rule(for attribute: String, of element: String) -> IdentityRule? {
      rules[element]?.first { $0.rule.written == attribute }?.rule
    }

    fileprivate mutating func add(_ namespace: StaticString, _ elements: [String], _ rule: IdentityRule) {
      for element in elements { rules[element, default: []].append((namespace.description, rule)) }
    }
  }

  static func table(of format: OfficeFormat) -> Table { format == .docx ? word : openDocument }

  /// ISO/IEC 29500-1, 17.13 and 17.16; drawings in VML have their ids in ISO/IEC 29500-4, 19.1.
  private static let word: Table = {
    var table = Table()
    func id(_ space: Identity.Space) -> IdentityRule {
      IdentityRule(attribute: W.id, written: "w:id", space: space)
    }
    let w = Namespace.wordprocessing
    table.add(w, ["bookmarkStart", "bookmarkEnd"], id(.bookmark))
    table.add(w, ["bookmarkStart"], IdentityRule(attribute: W.name, written: "w:name", space: .name))
    table.add(w, ["commentRangeStart", "commentRangeEnd", "commentReference", "comment"], id(.comment))
    table.add(w, ["footnoteReference", "footnote"], id(.footnote))
    table.add(w, ["endnoteReference", "endnote"], id(.endnote))
    table.add(w, ["permStart", "permEnd"], id(.permission))
    table.add(
      w,
      [
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel",
        "cellMerge", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
      ], id(.change))
    table.add(
      w, ["moveFromRangeStart", "moveToRangeStart"],
      IdentityRule(attribute: W.name, written: "w:name", space: .name))
    table.add(
      w, ["hyperlink"],
      IdentityRule(
        attribute: Name(w, "anchor"), written: "w:anchor", space: .name, isReference: true))
    table.add(
      "urn:schemas-microsoft-com:vml",
      ["shape", "rect", "oval", "roundrect", "line", "polyline", "curve", "arc", "group", "image"],
      IdentityRule(attribute: Name("", "id"), written: "id", space: .name))
    table.add(
      "urn:schemas-microsoft-com:office:office", ["OLEObject"],
      IdentityRule(attribute: Name("", "ShapeID"), written: "ShapeID", space: .name, isReference: true))
    return table
  }()

  /// ODF 1.3 part 3, 19.
  private static let openDocument: Table = {
    var table = Table()
    let text = Namespace.text
    func name(_ attribute: Name, _ written: String, isReference: Bool = false) -> IdentityRule {
      IdentityRule(attribute: attribute, written: written, space: .name, isReference: isReference)
    }
    let textName = name(Name(text, "name"), "text:name")
    let drawName = name(ODFDraw.name, "draw:name")
    let reference = name(Name(text, "ref-name"), "text:ref-name", isReference: true)
    table.add(
      text,
      [
        "section", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
        "reference-mark-end",
      ], textName)
    table.add(text, ["note"], name(Name(text, "id"), "text:id"))
    table.add(text, ["sequence"], name(Name(text, "ref-name"), "text:ref-name"))
    table.add(text, ["bookmark-ref", "reference-ref", "note-ref", "sequence-ref"], reference)
    table.add(
      text, ["a"],
      IdentityRule(
        attribute: Name("http://www.w3.org/1999/xlink", "href"), written: "xlink:href", space: .name,
        isReference: true, isFragment: true))
    table.add(Namespace.drawing, ["frame"], drawName)
    table.add(Namespace.table, ["table"], name(ODFTable.name, "table:name"))
    table.add(
      Namespace.office, ["annotation", "annotation-end"],
      name(Name(Namespace.office, "name"), "office:name"))
    return table
  }()

  /// The attribute every element of OpenDocument may be known by.
  static let xmlID = IdentityRule(attribute: Name(Namespace.xml, "id"), written: "xml:id", space: .name)
}
