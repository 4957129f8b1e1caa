import OfficeDocument
import XMLTree

/// Markup that a part gains at places of its own.
struct Appendix {
  /// Where markup goes.
  enum Place: Hashable, CaseIterable {
    /// Behind everything else in the root.
    case end
    /// The places of a Word document's lists (ISO/IEC 29500-1, 17.9.16).
    case pictureBullets
    case abstractNumberings
    case numberings
    /// Among the styles that an OpenDocument file gives names to.
    case commonStyles
  }

  private var markup: [Place: [UInt8]] = [:]
  private static let target = "chengwen-appendix"

  mutating func add(_ bytes: [UInt8], at place: Place) { markup[place, default: []] += bytes }

  /// The part with the markup in its places.
  func inserted(into bytes: [UInt8], of entry: String) throws(OfficeError) -> [UInt8] {
    let tree = try OfficePackage.parse(bytes, of: entry)
    var stretches: [[UInt8]] = []
    for place in Place.allCases {
      guard let more = markup[place] else { continue }
      let mark = tree.makeInstruction(target: Self.target, data: String(stretches.count))
      Self.put(mark, at: place, in: tree)
      stretches.append(more)
    }
    var sink = Splice(stretches: stretches)
    tree.serialize(into: &sink)
    return sink.bytes
  }

  private static func put(_ mark: Node, at place: Place, in tree: XMLTree) {
    let root = tree.root
    func before(_ names: Set<String>) {
      if let next = root.elements.first(where: { names.contains($0.localName) }) {
        next.insertBefore(mark)
      } else {
        root.append(mark)
      }
    }
    switch place {
    case .end: root.append(mark)
    case .pictureBullets: before(["abstractNum", "num", "numIdMacAtCleanup"])
    case .abstractNumberings: before(["num", "numIdMacAtCleanup"])
    case .numberings: before(["numIdMacAtCleanup"])
    case .commonStyles:
      if let styles = root.firstElement(ODFOffice.styles) {
        styles.append(mark)
      } else {
        let styles = tree.makeElement(ODFOffice.styles)
        styles.append(mark)
        if let next = root.firstElement(ODFOffice.automaticStyles)
          ?? root.firstElement(ODFOffice.masterStyles)
        {
          next.insertBefore(styles)
        } else {
          root.append(styles)
        }
      }
    }
  }

  private struct Splice: XMLSink {
    let stretches: [[UInt8]]
    var bytes: [UInt8] = []

    mutating func write(_ more: [UInt8]) { bytes += more }

    mutating func instruction(target: String, data: String) -> Bool {
      guard target == Appendix.target, let number = Int(data) else { return false }
      bytes += stretches[number]
      return true
    }
  }
}
