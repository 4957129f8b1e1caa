import Diagnostics
package import XMLTree
import ZipArchive

extension OfficePackage {
  /// Checks an OPC package (ISO/IEC 29500-2): content types, one main part of the right type, targets inside
  /// the package; drops signatures; turns a template (.dotx) into a document.
  static func prepareWord(
    _ entries: [Entry]
  ) throws(OfficeError) -> (OfficeFormat, [Entry], [String], [String: Relationships]) {
    var types = try ContentTypes(parsing: try unpack(ContentTypes.entry, in: entries))
    var relationships: [String: Relationships] = [:]
    for entry in entries where Relationships.isRelationships(entry.name) {
      relationships[entry.name] = try Relationships(
        parsing: try unpack(entry), of: entry.name, source: Relationships.source(of: entry.name))
    }
    guard let root = relationships[Relationships.rootEntry] else {
      throw OfficeError(part: Relationships.rootEntry, .missingPart(Relationships.rootEntry))
    }
    let main = try mainPart(root, types, in: entries)
    var kept = entries
    var isChanged = false
    if types.type(of: main) == ContentTypes.template {
      types.set(ContentTypes.document, for: main)
      isChanged = true
    }
    let signatures = signatureParts(entries.map(\.name), relationships).subtracting([main])
    if !signatures.isEmpty {
      kept.removeAll { signatures.contains($0.name) }
      types.remove { signatures.contains($0) }
      isChanged = true
      let rest = root.removing { $0.type == .signatureOrigin }
      kept = try replacing(Relationships.rootEntry, with: rest.serialize(), in: kept)
      relationships[Relationships.rootEntry] = rest
      for name in signatures { relationships[name] = nil }
    }
    if isChanged { kept = try replacing(ContentTypes.entry, with: types.serialize(), in: kept) }
    return (
      .docx, ordered(kept, first: [ContentTypes.entry, Relationships.rootEntry]),
      entries.map(\.name).filter(signatures.contains), relationships
    )
  }

  /// The main part's name.
  private static func mainPart(
    _ root: Relationships, _ types: ContentTypes, in entries: [Entry]
  ) throws(OfficeError) -> String {
    let mains = root.all.filter { $0.type == .officeDocument || $0.isStrictOfficeDocument }
    guard let main = mains.first else { throw OfficeError(part: Relationships.rootEntry, .noMainPart) }
    guard mains.count == 1 else { throw OfficeError(part: Relationships.rootEntry, .twoMainParts) }
    guard !main.isStrictOfficeDocument else { throw OfficeError(.strict) }
    guard let name = main.partName, entries.contains(where: { $0.name == name }) else {
      throw OfficeError(part: main.target, .noMainPart)
    }
    let type = types.type(of: name) ?? "?"
    // Word refuses a document with macros that is called .docx.
    guard !type.hasPrefix(ContentTypes.macroPrefix) else { throw OfficeError(part: name, .macros) }
    guard type.hasPrefix(ContentTypes.wordPrefix) else {
      throw OfficeError(part: name, .notWordprocessing(type))
    }
    return name
  }

  /// The entries that hold signatures (29500-2, 10): the origin, the signatures it leads to, their certificates, and
  /// the relationships between them.
  private static func signatureParts(
    _ names: [String], _ relationships: [String: Relationships]
  ) -> Set<String> {
    var found = Set(names.filter { $0.hasPrefix("_xmlsignatures/") })
    var sources = [""]
    for kind in [Relationships.Kind.signatureOrigin, .signature, .signatureCertificate] {
      sources = sources.flatMap { source in
        let links = source.isEmpty ? Relationships.rootEntry : Relationships.entry(for: source)
        if !source.isEmpty { found.insert(links) }
        return relationships[links]?.of(kind).compactMap(\.partName) ?? []
      }
      found.formUnion(sources)
    }
    return found.intersection(names)
  }

  static func unpack(_ name: String, in entries: [Entry]) throws(OfficeError) -> [UInt8] {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw OfficeError(part: name, .missingPart(name))
    }
    return try unpack(entry)
  }

  static func unpack(_ entry: Entry) throws(OfficeError) -> [UInt8] {
    if let unpacked = entry.unpacked { return unpacked }
    do throws(ZipError) {
      return try entry.data.inflated()
    } catch {
      throw OfficeError(error, in: entry.name)
    }
  }

  static func replacing(_ name: String, with bytes: [UInt8], in entries: [Entry]) throws(OfficeError)
    -> [Entry]
  {
    let data = try compress(bytes, as: name)
    return entries.map { $0.name == name ? Entry(name: name, data: data, unpacked: bytes) : $0 }
  }

  /// Parses an entry; what libxml2 finds wrong is an error that names the entry.
  package static func parse(_ bytes: [UInt8], of name: String) throws(OfficeError) -> XMLTree {
    var limits = XMLLimits()
    // OpenDocument 1.0 and OpenOffice.org wrote <!DOCTYPE … "Manifest.dtd">, without an internal subset.
    limits.passesOverDocumentType = name == Manifest.entry
    do throws(XMLError) {
      return try XMLTree(parsing: bytes, limits: limits)
    } catch {
      throw OfficeError(error, in: name)
    }
  }
}
