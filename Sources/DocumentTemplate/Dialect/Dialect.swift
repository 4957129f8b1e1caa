import OfficeDocument
import XMLTree

/// How a format spells what the engine deals with.
struct Dialect: Sendable {
  let format: OfficeFormat
  private let roles: [String: [(namespace: String, role: Role)]]

  /// The dialect of a format.
  static func of(_ format: OfficeFormat) -> Dialect {
    format == .docx ? word : openDocument
  }

  init(format: OfficeFormat, roles: [(Name, Role)]) {
    self.format = format
    self.roles = Dictionary(roles.map { ($0.0.local, [($0.0.namespace, $0.1)]) }, uniquingKeysWith: +)
  }

  /// What `node` is; nil for what is not an element.
  func role(of node: Node) -> Role? {
    guard node.kind == .element else { return nil }
    guard let candidates = roles[node.localName] else { return .object }
    let namespace = node.namespace
    return candidates.first { $0.namespace == namespace }?.role ?? .object
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
