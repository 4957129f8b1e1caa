import BinaryForms
import OfficeDocument
import XMLTree

/// The lists of a Word template (ISO/IEC 29500-1, 17.9): which paragraphs are in which.
struct Numbering: Sendable {
  /// The numbering part; nil when the template has none.
  let entry: String?
  private let package: OfficePackage
  private var styles: [String: Style] = [:]
  private(set) var greatestID = 0

  private struct Style: Sendable {
    var list: String?
    var level: Int?
    var parent: String?
  }

  /// A paragraph's list.
  struct Membership {
    let list: String
    let level: Int
    /// The attribute with the list's number; nil when the paragraph has it from its style.
    let number: Node?
  }

  private static let num = Name(Namespace.wordprocessing, "num")
  private static let numID = Name(Namespace.wordprocessing, "numId")
  private static let level = Name(Namespace.wordprocessing, "ilvl")
  private static let levelOverride = Name(Namespace.wordprocessing, "lvlOverride")
  private static let startOverride = Name(Namespace.wordprocessing, "startOverride")
  private static let start = Name(Namespace.wordprocessing, "start")
  private static let pStyle = Name(Namespace.wordprocessing, "pStyle")

  init(of package: OfficePackage) throws(OfficeError) {
    self.package = package
    guard let main = try package.relationships(of: "").of(.officeDocument).first?.partName else {
      entry = nil
      return
    }
    let links = try package.relationships(of: main)
    entry = links.of(.numbering).first?.partName
    if let name = links.of(.styles).first?.partName { readStyles(try tree(name)) }
    guard let entry else { return }
    let root = try tree(entry).root
    greatestID =
      root.elements(Self.num).compactMap { $0.attribute(Self.numID).flatMap { Int($0) } }.max() ?? 0
    for level in root.descendants where level.localName == "lvl" {
      guard let style = level.firstElement(Self.pStyle)?.attribute(W.val) else { continue }
      styles[style, default: Style()].level = level.attribute(Self.level).flatMap { Int($0) }
    }
  }

  private func tree(_ name: String) throws(OfficeError) -> XMLTree {
    try OfficePackage.parse(try package.bytes(of: name), of: name)
  }

  private mutating func readStyles(_ tree: XMLTree) {
    for style in tree.root.elements(W.style) {
      guard let id = style.attribute(W.styleID) else { continue }
      let numbering = style.firstElement(W.pPr)?.firstElement(W.numPr)
      styles[id] = Style(
        list: numbering?.firstElement(Self.numID)?.attribute(W.val),
        level: numbering?.firstElement(Self.level)?.attribute(W.val).flatMap { Int($0) },
        parent: style.firstElement(Name(Namespace.wordprocessing, "basedOn"))?.attribute(W.val))
    }
  }

  /// The list of a paragraph; nil when it has no number.
  func membership(of paragraph: Node) -> Membership? {
    let properties = paragraph.firstElement(W.pPr)
    let own = properties?.firstElement(W.numPr)
    let inherited = list(ofStyle: properties?.firstElement(Self.pStyle)?.attribute(W.val))
    let level = own?.firstElement(Self.level)?.attribute(W.val).flatMap { Int($0) }
    let number = own?.firstElement(Self.numID)
    guard let list = number?.attribute(W.val) ?? inherited?.list, list != "0" else { return nil }
    return Membership(list: list, level: level ?? inherited?.level ?? 0, number: number)
  }

  private func list(ofStyle id: String?) -> (list: String, level: Int)? {
    var (current, level): (String?, Int?) = (id, nil)
    for _ in 0..<32 {
      guard let id = current, let style = styles[id] else { return nil }
      level = level ?? style.level
      if let list = style.list { return (list, level ?? 0) }
      current = style.parent
    }
    return nil
  }

  /// The numbering part with more lists in it, each another's but that one level begins anew.
  func adding(_ lists: [ListCounters.NewList]) throws(OfficeError) -> [UInt8] {
    guard let entry else { return [] }
    let tree = try tree(entry)
    var nums = tree.root.elements(Self.num)
    for new in lists {
      guard let template = nums.first(where: { $0.attribute(Self.numID) == new.list }), let last = nums.last
      else { continue }
      let made = template.copyDeep()
      made.setAttribute(Self.numID, new.id)
      for name in [Name(Namespace.word2012, "restartNumberingAfterBreak"), Self.durableID] {
        if made.attribute(name) != nil { made.removeAttribute(name) }
      }
      setStart(of: made, level: new.level, tree)
      last.insertAfter(made)
      nums.append(made)
    }
    return tree.serialize()
  }

  private static let durableID = Name(
    "http://schemas.microsoft.com/office/word/2016/wordml/cid", "durableId")

  private func setStart(of num: Node, level: Int, _ tree: XMLTree) {
    let overrides = num.elements(Self.levelOverride)
    func number(_ node: Node) -> Int { node.attribute(Self.level).flatMap { Int($0) } ?? 0 }
    if let known = overrides.first(where: { number($0) == level }) {
      guard known.firstElement(Self.startOverride) == nil else { return }
      known.prepend(element(Self.startOverride, W.val, firstNumber(of: num, level, tree), tree))
      return
    }
    let made = element(Self.levelOverride, Self.level, String(level), tree)
    made.append(element(Self.startOverride, W.val, firstNumber(of: num, level, tree), tree))
    if let next = overrides.first(where: { number($0) > level }) {
      next.insertBefore(made)
    } else {
      num.append(made)
    }
  }

  /// The number a level begins with.
  private func firstNumber(of num: Node, _ level: Int, _ tree: XMLTree) -> String {
    let abstractID = num.firstElement(Name(Namespace.wordprocessing, "abstractNumId"))?.attribute(W.val)
    let list = tree.root.elements(Name(Namespace.wordprocessing, "abstractNum")).first {
      $0.attribute(Name(Namespace.wordprocessing, "abstractNumId")) == abstractID
    }
    let found = list?.elements.first { $0.localName == "lvl" && $0.attribute(Self.level) == String(level) }
    return found?.firstElement(Self.start)?.attribute(W.val) ?? "1"
  }

  private func element(_ name: Name, _ attribute: Name, _ value: String, _ tree: XMLTree) -> Node {
    let element = tree.makeElement(name)
    element.setAttribute(attribute, value)
    return element
  }
}

extension Numbering {
  /// Only what documents are made with; which paragraphs are in which list is known when a template is compiled.
  func write(to writer: inout BinaryWriter) {
    writer.optional(entry) { $0.write($1) }
    writer.write(greatestID)
  }

  init(from reader: inout BinaryReader, _ package: OfficePackage) throws(BinaryFormError) {
    self.package = package
    entry = try reader.optionalString()
    greatestID = try reader.int()
  }
}
