import OfficeDocument
import XMLTree

/// Cuts elements in two at a marker.
struct NodeSplitter {
  /// Cuts every element between `marker` and `level` in two, so that the marker becomes a child of `level`;
  /// a half that would be empty is left out.
  ///
  /// What stands before the marker moves into the copy: as markers are split off in document order, each
  /// sibling moves once, and the half behind keeps its identity for the markers still in it.
  static func split(at marker: Node, upTo level: Node) {
    while let parent = marker.parent, parent != level {
      let left = parent.copyShallow()
      let properties = parent.firstElement(W.rPr)
      var hasContent = false
      while let sibling = parent.children.first(where: { $0 != properties }), sibling != marker {
        if !hasContent, let properties { left.append(properties.copyDeep()) }
        left.append(sibling)
        hasContent = true
      }
      if hasContent { parent.insertBefore(left) }
      parent.insertBefore(marker)
      if parent.children.allSatisfy({ $0 == properties }) { parent.remove() }
    }
  }
}
