import OfficeDocument
import XMLTree

/// A child of `w:rPr`.
struct RunProperty: Sendable, Hashable {
  /// The element's name without its prefix.
  let name: String
  /// The element.
  let bytes: [UInt8]

  /// See `Wrap.hash(into:)`.
  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }

  /// The children in the order that ISO/IEC 29500-1:2008 wants (17.3.2.28); later editions allow any.
  static let order = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang", "eastAsianLayout", "specVanish", "oMath",
  ]

  private static let ranks = Dictionary(
    uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })

  private var rank: Int { Self.ranks[name] ?? Self.order.count }

  /// What `properties`, a `w:rPr`, holds; a record of a tracked change is no formatting.
  static func all(in properties: Node?) -> [RunProperty] {
    guard let properties else { return [] }
    return all(in: properties, properties.serializeInPieces().elements)
  }

  /// The same; `pieces` are the elements in `properties` as they are written.
  static func all(in properties: Node, _ pieces: [ArraySlice<UInt8>]) -> [RunProperty] {
    zip(properties.elements, pieces).compactMap { element, piece in
      element.localName == "rPrChange" ? nil : RunProperty(name: element.localName, bytes: Array(piece))
    }
  }

  /// `base` with `own` on top, each name once, in the schema's order.
  static func merge(_ base: [RunProperty], _ own: [RunProperty]) -> [RunProperty] {
    let replaced = Set(own.map(\.name))
    var seen: Set<String> = []
    let kept = base.filter { !replaced.contains($0.name) && seen.insert($0.name).inserted }
    return (kept + own).enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }
}
