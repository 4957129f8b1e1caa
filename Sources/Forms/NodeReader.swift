import DataFiles
import Diagnostics

/// Takes values out of a data file's tree and collects what is wrong with them.
struct NodeReader {
  /// The file's name for messages.
  let file: String?
  var diagnostics: [Diagnostic] = []

  init(file: String?) {
    self.file = file
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What was found wrong, in the order of the file.
  var inOrder: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (left.element.place.order, left.offset) < (right.element.place.order, right.offset)
    }
    .map(\.element)
  }

  mutating func report(_ message: Message, at position: Position, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, message, at: place(position)))
  }

  /// The place of a position; line 0 stands for a value that comes from another file.
  func place(_ position: Position) -> Place {
    Place(file: file, position.line > 0 ? .line(position.line, column: position.column) : .whole)
  }

  /// The entries of a mapping by key; reports a node of another kind, and keys that are not `allowed`.
  mutating func mapping(
    _ node: DataNode, _ path: String, allowed: [String]
  ) -> [String: DataNode.Entry]? {
    guard let entries = node.entries else {
      report(.mappingExpected(path), at: node.position)
      return nil
    }
    let known = Set(allowed)
    var found: [String: DataNode.Entry] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        found[entry.key] = entry
      } else {
        report(.unknownKey(entry.key, in: path, allowed: allowed), at: entry.keyPosition)
      }
    }
    return found
  }

  /// The items of a list; reports a node of another kind.
  mutating func list(_ node: DataNode, _ path: String) -> [DataNode] {
    guard let items = node.items else {
      report(.listExpected(path), at: node.position)
      return []
    }
    return items
  }

  /// A text on one line that is not empty; reports anything else.
  mutating func line(_ node: DataNode, _ path: String) -> String? {
    guard let text = node.text else {
      report(node.isNull ? .empty(path) : .textExpected(path), at: node.position)
      return nil
    }
    guard !text.isEmpty else {
      report(.empty(path), at: node.position)
      return nil
    }
    guard !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      report(.lineBreak(path), at: node.position)
      return nil
    }
    return text
  }

  /// The text of the entry `key`; reports that it is missing.
  mutating func requiredLine(
    _ entries: [String: DataNode.Entry], _ key: String, in parent: DataNode, path: String = ""
  ) -> String? {
    guard let entry = entries[key] else {
      report(.missing(path + key), at: parent.position)
      return nil
    }
    return line(entry.value, path + key)
  }
}

extension Place {
  /// Line and column in one number; what is about the whole file comes first.
  fileprivate var order: Int {
    if case .line(let line, let column) = spot { line << 32 + column } else { 0 }
  }
}
