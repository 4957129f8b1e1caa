import Diagnostics
import XMLTree
import ZipArchive

extension OfficePackage {
  private static let textType = "application/vnd.oasis.opendocument.text"
  private static let templateType = textType + "-template"

  /// Checks an ODF package (OASIS ODF 1.3 part 2): a text document, not encrypted; drops signatures, turns a
  /// template (.ott) into a document, and makes `mimetype` and the manifest right and complete.
  static func prepareOpenDocument(_ entries: [Entry]) throws(OfficeError) -> (OfficeFormat, [Entry], [String])
  {
    let manifest = try Manifest(parsing: try unpack(Manifest.entry, in: entries))
    var types = [manifest.documentType].compactMap { $0 }
    if entries.contains(where: { $0.name == "mimetype" }) {
      let bytes = try unpack("mimetype", in: entries)
      // Some write a line end.
      types.append(String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self))
    }
    if let wrong = types.first(where: { $0 != textType && $0 != templateType }) ?? (types.isEmpty ? "?" : nil)
    {
      throw OfficeError(part: "mimetype", .notText(String(wrong.prefix(100))))
    }
    guard entries.contains(where: { $0.name == "content.xml" }) else {
      throw OfficeError(part: "content.xml", .noMainPart)
    }
    let dropped = entries.map(\.name).filter(isSignature)
    var kept = entries.filter { !isSignature($0.name) && $0.name != "mimetype" }
    kept.append(Entry(name: "mimetype", data: try compress(Array(textType.utf8), as: "mimetype")))
    if manifest.complete(documentType: textType, files: kept.map(\.name)) {
      kept = try replacing(Manifest.entry, with: manifest.serialize(), in: kept)
    }
    return (.odt, ordered(kept, first: ["mimetype"]), dropped)
  }

  /// Part 2, 3.5: files in META-INF whose names say so are signatures.
  private static func isSignature(_ name: String) -> Bool {
    name.hasPrefix("META-INF/") && name.hasSuffix("signatures.xml")
  }

  /// The manifest in `bytes` with new entries listed.
  static func listing(
    _ additions: PackageAdditions, in bytes: [UInt8]
  ) throws(OfficeError) -> [UInt8] {
    let manifest = try Manifest(parsing: bytes)
    for one in additions.renamed { manifest.remove(one.old) }
    for folder in additions.folders { manifest.add(folder.name, folder.mediaType) }
    for entry in additions.entries { manifest.add(entry.name, entry.mediaType) }
    for one in additions.renamed { manifest.add(one.new, one.mediaType) }
    return manifest.serialize()
  }

  /// The media types that an OpenDocument file's manifest lists, folders under names that end with a slash.
  public func mediaTypes() throws(OfficeError) -> [String: String] {
    try Manifest(parsing: try bytes(of: Manifest.entry)).types
  }
}
