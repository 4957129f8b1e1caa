import Diagnostics
package import XMLTree

/// A part's relationships (ISO/IEC 29500-2, 6.5).
public struct Relationships: Sendable {
  /// What a relationship is for: its type's address.
  public struct Kind: Sendable, Hashable {
    public let address: String

    private static let officeBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    private static let packageBase = "http://schemas.openxmlformats.org/package/2006/relationships/"

    public static let officeDocument = Kind(address: officeBase + "officeDocument")
    public static let header = Kind(address: officeBase + "header")
    public static let footer = Kind(address: officeBase + "footer")
    public static let footnotes = Kind(address: officeBase + "footnotes")
    public static let endnotes = Kind(address: officeBase + "endnotes")
    public static let comments = Kind(address: officeBase + "comments")
    public static let chart = Kind(address: officeBase + "chart")
    public static let diagramData = Kind(address: officeBase + "diagramData")
    /// The picture of a diagram that was drawn last ([MS-ODRAWXML] 2.2).
    public static let diagramDrawing = Kind(
      address: "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing")
    public static let extendedProperties = Kind(address: officeBase + "extended-properties")
    public static let customProperties = Kind(address: officeBase + "custom-properties")
    public static let coreProperties = Kind(address: packageBase + "metadata/core-properties")
    public static let signatureOrigin = Kind(address: packageBase + "digital-signature/origin")
    static let signature = Kind(address: packageBase + "digital-signature/signature")
    static let signatureCertificate = Kind(address: packageBase + "digital-signature/certificate")
    public static let numbering = Kind(address: officeBase + "numbering")
    /// A package in the package, such as the workbook behind a chart.
    public static let package = Kind(address: officeBase + "package")
    public static let styles = Kind(address: officeBase + "styles")
    public static let oleObject = Kind(address: officeBase + "oleObject")
    public static let image = Kind(address: officeBase + "image")
    public static let hyperlink = Kind(address: officeBase + "hyperlink")
  }

  /// One relationship.
  public struct Relationship: Sendable, Hashable {
    public let id: String
    public let type: Kind
    public let target: String
    /// The entry it leads to; nil when it leads outside.
    public let partName: String?

    /// Makes a relationship; `partName` is nil for a target outside of the package.
    public init(id: String, type: Kind, target: String, partName: String?) {
      self.id = id
      self.type = type
      self.target = target
      self.partName = partName
    }

    var isStrictOfficeDocument: Bool {
      type.address == "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    }
  }

  /// The attribute by which an element names a relationship of its part.
  package static let referenceID = Name(
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")

  static let rootEntry = "_rels/.rels"
  /// The relationships in their order.
  public let all: [Relationship]

  init(parsing bytes: [UInt8], of entry: String, source: String) throws(OfficeError) {
    let tree = try OfficePackage.parse(bytes, of: entry)
    var all: [Relationship] = []
    var seen: Set<String> = []
    for element in tree.root.elements(Self.relationship) {
      guard let id = element.attribute(Self.id), let type = element.attribute(Self.type),
        let target = element.attribute(Self.target)
      else { throw OfficeError(part: entry, .incompleteRelationship) }
      guard seen.insert(id).inserted else { throw OfficeError(part: entry, .duplicateRelationship(id)) }
      let isExternal = element.attribute(Self.targetMode) == "External"
      let name = isExternal ? nil : Self.resolve(target, from: source)
      guard isExternal || name != nil else { throw OfficeError(part: entry, .climbingTarget(target)) }
      all.append(Relationship(id: id, type: Kind(address: type), target: target, partName: name))
    }
    self.all = all
  }

  package init(all: [Relationship]) { self.all = all }

  /// How a relationship of `source` names the entry `name`: by its place in the same folder, else from the root.
  public static func target(of name: String, from source: String) -> String {
    let folder = source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source[...$0] } ?? ""
    return !folder.isEmpty && name.hasPrefix(folder) ? String(name.dropFirst(folder.utf8.count)) : "/" + name
  }

  /// The relationships of the kind `type`, in their order.
  public func of(_ type: Kind) -> [Relationship] { all.filter { $0.type == type } }

  func removing(where isGone: (Relationship) -> Bool) -> Relationships {
    Relationships(all: all.filter { !isGone($0) })
  }

  func serialize() -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    text += "<Relationships xmlns=\"\(Namespace.relationships)\">"
    for one in all {
      text += "<Relationship Id=\"\(escape(one.id))\" Type=\"\(escape(one.type.address))\""
      text += " Target=\"\(escape(one.target))\"\(one.partName == nil ? " TargetMode=\"External\"" : "")/>"
    }
    return Array((text + "</Relationships>").utf8)
  }

  private func escape(_ value: String) -> String {
    var bytes: [UInt8] = []
    XMLCharacters.appendAttributeValue(Array(value.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether an entry holds relationships, and is not just called so.
  static func isRelationships(_ name: String) -> Bool {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.hasSuffix(".rels") && steps.dropLast().last == "_rels"
  }

  /// The entry that holds the relationships of the entry `name`.
  static func entry(for name: String) -> String {
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(name[...$0]) } ?? ""
    let file = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    return "\(folder)_rels/\(file).rels"
  }

  /// The entry whose relationships the entry `rels` holds: `word/_rels/document.xml.rels` → `word/document.xml`.
  static func source(of rels: String) -> String {
    var steps = rels.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let file = String((steps.popLast() ?? "").dropLast(".rels".utf8.count))
    if steps.last == "_rels" { steps.removeLast() }
    return (steps + [file]).joined(separator: "/")
  }

  /// The entry a target leads to from the entry `source`; nil if it climbs out of the package.
  static func resolve(_ target: String, from source: String) -> String? {
    let path = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    if path.isEmpty { return source }
    var steps: [Substring] = path.hasPrefix("/") ? [] : source.split(separator: "/").dropLast()
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private static let relationship = Name(Namespace.relationships, "Relationship")
  private static let id = Name("", "Id")
  private static let type = Name("", "Type")
  private static let target = Name("", "Target")
  private static let targetMode = Name("", "TargetMode")
}

extension OfficePackage {
  /// The relationships of an entry, or of the package itself when `name` is empty; none if it has none.
  public func relationships(of name: String) throws(OfficeError) -> Relationships {
    let entry = name.isEmpty ? Relationships.rootEntry : Relationships.entry(for: name)
    guard contains(entry) else { return Relationships(all: []) }
    if let known = relationships[entry] { return known }
    return try Relationships(parsing: try bytes(of: entry), of: entry, source: name)
  }
}
