import Diagnostics
package import XMLTree
import ZipArchive

extension OfficePackage {
  /// Checks an OPC package (ISO/IEC 29500-2): content types, one main part of the right type, targets inside
  /// the package; drops signatures; turns a template (.dotx) into a document.
  static func prepareWord(_ entries: [Entry]) throws(OfficeError) -> (OfficeFormat, [Entry], [String]) {
    let signatures = entries.map(\.name).filter { $0.hasPrefix("_xmlsignatures/") }
    var kept = entries
    var types = try ContentTypes(parsing: try unpack("[Content_Types].xml", in: entries))
    let root = try Relationships(
      parsing: try unpack(Relationships.rootEntry, in: entries), of: Relationships.rootEntry, source: "")
    let mains = root.all.filter { $0.type == .officeDocument || $0.isStrictOfficeDocument }
    guard let main = mains.first else { throw OfficeError(part: Relationships.rootEntry, .noMainPart) }
    guard mains.count == 1 else { throw OfficeError(part: Relationships.rootEntry, .twoMainParts) }
    guard !main.isStrictOfficeDocument else { throw OfficeError(.strict) }
    guard let mainName = main.partName, entries.contains(where: { $0.name == mainName }) else {
      throw OfficeError(part: main.target, .noMainPart)
    }
    guard let type = types.type(of: mainName),
      type.hasPrefix(ContentTypes.wordPrefix) || type.hasPrefix(ContentTypes.macroPrefix)
    else { throw OfficeError(part: mainName, .notWordprocessing(types.type(of: mainName) ?? "?")) }
    for entry in entries where entry.name.hasSuffix(".rels") {
      let bytes = try unpack(entry.name, in: entries)
      _ = try Relationships(parsing: bytes, of: entry.name, source: Relationships.source(of: entry.name))
    }
    if type == ContentTypes.template {
      types.set(ContentTypes.document, for: mainName)
      kept = try replacing("[Content_Types].xml", with: types.serialize(), in: kept)
    }
    if !signatures.isEmpty {
      kept.removeAll { signatures.contains($0.name) }
      types.remove { signatures.contains($0) }
      kept = try replacing("[Content_Types].xml", with: types.serialize(), in: kept)
      let rest = root.removing { $0.type == .signatureOrigin }
      kept = try replacing(Relationships.rootEntry, with: rest.serialize(), in: kept)
    }
    return (.docx, ordered(kept, first: ["[Content_Types].xml", Relationships.rootEntry]), signatures)
  }

  static func unpack(_ name: String, in entries: [Entry]) throws(OfficeError) -> [UInt8] {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw OfficeError(part: name, .missingPart(name))
    }
    do throws(ZipError) {
      return try entry.data.inflated()
    } catch {
      throw OfficeError(error, in: name)
    }
  }

  static func replacing(_ name: String, with bytes: [UInt8], in entries: [Entry]) throws(OfficeError)
    -> [Entry]
  {
    let data = try compress(bytes, as: name)
    return entries.map { $0.name == name ? Entry(name: name, data: data) : $0 }
  }

  /// Parses an entry; what libxml2 finds wrong is an error that names the entry.
  package static func parse(_ bytes: [UInt8], of name: String) throws(OfficeError) -> XMLTree {
    do throws(XMLError) {
      return try XMLTree(parsing: bytes)
    } catch {
      throw OfficeError(error, in: name)
    }
  }
}
