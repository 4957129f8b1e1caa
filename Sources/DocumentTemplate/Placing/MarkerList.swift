import XMLTree

/// The markers of a part in document order.
struct MarkerList {
  struct Marker {
    let node: Node
    let origin: Int
  }

  let markers: [Marker]

  /// Collects the markers below `root`.
  init(below root: Node) {
    markers = root.descendants(noted: nil, instructions: true).compactMap { node in
      node.markedTag.map { Marker(node: node, origin: $0) }
    }
  }
}
