import OfficeDocument
import XMLTree

/// How a format spells what the engine deals with.
struct Dialect: Sendable {
  let format: OfficeFormat
  private let note: NameNote
  /// The roles that there are; the note on an element's name is the place of its role, counted from 1.
  private let roles: [Role]

  /// The dialect of a format.
  static func of(_ format: OfficeFormat) -> Dialect {
    format == .docx ? word : openDocument
  }

  init(format: OfficeFormat, roles: [(Name, Role)]) {
    self.format = format
    var distinct: [Role] = [.object]
    for (_, role) in roles where !distinct.contains(role) { distinct.append(role) }
    let numbers = roles.map { distinct.firstIndex(of: $0.1) ?? 0 }
    let table = Dictionary(
      zip(roles, numbers).map { ($0.0.local, [($0.0.namespace, UInt8($1 + 1))]) }, uniquingKeysWith: +)
    note = NameNote { element in
      let namespace = element.namespace
      return table[element.localName]?.first { $0.0 == namespace }?.1 ?? 1
    }
    self.roles = distinct
  }

  /// What `node` is; nil for what is not an element.
  func role(of node: Node) -> Role? {
    let number = node.note(note)
    return number == 0 ? nil : roles[Int(number) - 1]
  }

  /// Whether text nodes directly under `node` are text of the document.
  func holdsCharacters(_ node: Node) -> Bool {
    switch (format, role(of: node)) {
    case (.docx, .characters?): true
    case (.odt, .paragraph?), (.odt, .inline?), (.odt, .uncuttable?): true
    default: false
    }
  }

  /// The nearest ancestor of `node` with the role `role`.
  func ancestor(of node: Node, as role: Role) -> Node? {
    var current = node.parent
    while let candidate = current {
      if self.role(of: candidate) == role { return candidate }
      current = candidate.parent
    }
    return nil
  }
}

extension Dialect {
  /// Whether `node` stands among the text of a paragraph: not in a text box or note that the paragraph holds.
  func isInParagraph(_ node: Node) -> Bool {
    var current = node.parent
    while let element = current {
      switch role(of: element) {
      case .paragraph?: return true
      case .story?, .cell?, .shape?: return false
      default: current = element.parent
      }
    }
    return false
  }

  /// The level at which `node` stands.
  func level(around node: Node) -> Level {
    guard let parent = node.parent else { return .blocks }
    let inParagraph = role(of: parent) == .paragraph || isInParagraph(parent)
    return Level(childrenOf: role(of: parent), inParagraph: inParagraph)
  }
}
