import DataFiles
import Diagnostics
import DocumentTemplate

extension DataFinding {
  /// The finding with its line in the data file; what is missing is said at the place in the template that needs it,
  /// with the line it should stand by.
  func diagnostic(in node: DataNode, data: String, template: String) -> Diagnostic {
    let (position, isWhole) = position(in: node)
    let line = Place(file: data, .line(position.line, column: position.column))
    let used = uses.map { Place(file: template, .document($0.spot)) }
    if !isWhole, let use = uses.first {
      var diagnostic = Diagnostic(severity, message, at: used[0], excerpt: use.excerpt)
      diagnostic.related = [line]
      return diagnostic
    }
    var diagnostic = Diagnostic(severity, message, at: line)
    var seen: Set<Place> = []
    diagnostic.related = Array(used.filter { seen.insert($0).inserted }.prefix(3))
    return diagnostic
  }

  /// Where in the data file it is.
  func place(in node: DataNode, data: String) -> Place {
    let (position, _) = position(in: node)
    return Place(file: data, .line(position.line, column: position.column))
  }

  /// Where the path leads, as far as it does, and whether it leads to its end.
  private func position(in node: DataNode) -> (Position, isWhole: Bool) {
    var node = node
    var position = node.position
    for step in path {
      switch step {
      case .key(let key):
        guard let entry = node.entries?.first(where: { $0.key == key }) else { return (position, false) }
        (node, position) = (entry.value, entry.keyPosition)
      case .index(let index):
        guard let items = node.items, items.indices.contains(index) else { return (position, false) }
        (node, position) = (items[index], items[index].position)
      }
    }
    return (position, true)
  }
}
