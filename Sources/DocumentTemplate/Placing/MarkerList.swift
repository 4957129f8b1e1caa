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
      guard node.instructionTarget == PartScanner.markerTarget, let origin = Int(node.text) else {
        return nil
      }
      return Marker(node: node, origin: origin)
    }
  }
}
