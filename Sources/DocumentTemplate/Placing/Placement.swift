import XMLTree

/// Where a marker goes so that the tags of its block become siblings.
struct Placement {
  enum Mode {
    /// Cut every element between the marker and `level` in two.
    case split
    /// In front of the carrier, the child of `level` that holds the marker.
    case before
    /// Behind the carrier.
    case after
  }

  let marker: Node
  let origin: Int
  /// The element whose child the marker becomes.
  let level: Node
  let mode: Mode
}
