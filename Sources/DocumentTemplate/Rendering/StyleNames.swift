import Diagnostics
import OfficeDocument
import Synchronization
import TemplateLanguage
import XMLTree

/// The styles a template defines, read when the first value asks for one.
final class StyleNames: Sendable {
  enum Family: Sendable, Hashable {
    case paragraph
    case character
  }

  private let package: OfficePackage
  private let table = Mutex<[Family: Styles]?>(nil)

  /// The styles of one family.
  private struct Styles {
    /// Ids by what people call them: the id itself, the name shown, both also in small letters without blanks,
    /// for Word makes its ids of the names so.
    var ids: [String: String] = [:]
    /// The names shown.
    var shown: [String] = []
    /// OpenDocument's list styles and parent styles, by the styles that name them.
    var lists: [String: String] = [:]
    var parents: [String: String] = [:]

    mutating func add(_ id: String, shown name: String?) {
      ids[id] = id
      if let name, ids[name] == nil { ids[name] = id }
      for loose in [StyleNames.loose(id), name.map(StyleNames.loose)].compactMap({ $0 })
      where ids[loose] == nil {
        ids[loose] = id
      }
      shown.append(name ?? id)
    }

    /// Word's plain paragraph is Normal, OpenDocument's Standard: either name does in both.
    mutating func alias(_ name: String, of other: String) {
      if ids[name] == nil { ids[name] = ids[other] }
    }
  }

  init(of package: OfficePackage) {
    self.package = package
  }

  /// The id of the style that people call `name`: by its id or its name, then by either but for blanks and capitals.
  func id(of name: String, _ family: Family) throws(ValueError) -> String {
    let styles = styles(family)
    if let id = styles.ids[name] ?? styles.ids[Self.loose(name)] { return id }
    throw ValueError(.unknownStyle(name, family, near: Suggestion.nearest(to: name, in: styles.shown)))
  }

  /// The list style of an OpenDocument paragraph style, its own or one it inherits (ODF 1.3 part 3, 19.502).
  func listStyle(of id: String) -> String? {
    let styles = styles(.paragraph)
    var current = id
    for _ in 0..<32 {
      if let list = styles.lists[current] { return list.isEmpty ? nil : list }
      guard let parent = styles.parents[current] else { return nil }
      current = parent
    }
    return nil
  }

  private static func loose(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter { $0 != 0x20 }, as: UTF8.self)
  }

  /// The id of the style with exactly this name; nil if there is none.
  func known(_ name: String, _ family: Family) -> String? { styles(family).ids[name] }

  private func styles(_ family: Family) -> Styles {
    table.withLock { table in
      let read = table ?? (package.format == .docx ? readWord() : readOpenDocument())
      table = read
      return read[family] ?? Styles()
    }
  }

  /// A part that can't be read has no styles; what is wrong with it was said when the package was opened.
  private func tree(_ entry: String) -> XMLTree? {
    guard let bytes = try? package.bytes(of: entry) else { return nil }
    return try? OfficePackage.parse(bytes, of: entry)
  }

  private func readWord() -> [Family: Styles] {
    guard let main = (try? package.relationships(of: ""))?.of(.officeDocument).first?.partName,
      let entry = (try? package.relationships(of: main))?.of(.styles).first?.partName,
      let tree = tree(entry)
    else { return [:] }
    var table: [Family: Styles] = [:]
    for style in tree.root.elements(W.style) {
      guard let id = style.attribute(W.styleID) else { continue }
      let family: Family? =
        switch style.attribute(W.type) {
        case "character": .character
        case "paragraph", nil: .paragraph
        default: nil
        }
      guard let family else { continue }
      table[family, default: Styles()].add(id, shown: style.firstElement(W.name)?.attribute(W.val))
    }
    table[.paragraph]?.alias("standard", of: "normal")
    return table
  }

  private func readOpenDocument() -> [Family: Styles] {
    guard let styles = tree("styles.xml")?.root.firstElement(ODFOffice.styles) else { return [:] }
    var table: [Family: Styles] = [:]
    for style in styles.elements(ODFStyle.style) {
      guard let id = style.attribute(ODFStyle.name) else { continue }
      let family: Family? =
        switch style.attribute(ODFStyle.family) {
        case "text": .character
        case "paragraph": .paragraph
        default: nil
        }
      guard let family else { continue }
      table[family, default: Styles()].add(id, shown: style.attribute(ODFStyle.displayName))
      if let list = style.attribute(ODFStyle.listStyleName) { table[family]?.lists[id] = list }
      if let parent = style.attribute(ODFStyle.parentStyleName) { table[family]?.parents[id] = parent }
    }
    table[.paragraph]?.alias("normal", of: "standard")
    return table
  }
}
