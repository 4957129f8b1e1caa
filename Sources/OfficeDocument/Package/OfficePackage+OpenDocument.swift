import Diagnostics
import XMLTree
import ZipArchive

extension OfficePackage {
  private static let textType = "application/vnd.oasis.opendocument.text"
  private static let templateType = textType + "-template"
  private static let signatureEntries: Set<String> = [
    "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml", "META-INF/packagesignatures.xml",
  ]

  /// Checks an ODF package (OASIS ODF 1.3 part 2): a text document, not encrypted; drops signatures, turns a
  /// template (.ott) into a document, and makes `mimetype` and the manifest right and complete.
  static func prepareOpenDocument(_ entries: [Entry]) throws(OfficeError) -> (OfficeFormat, [Entry], [String])
  {
    let manifestName = "META-INF/manifest.xml"
    let manifest = try parse(try unpack(manifestName, in: entries), of: manifestName)
    var listed: [String: Node] = [:]
    for element in manifest.root.elements(Manifest.fileEntry) {
      guard element.firstElement(Manifest.encryptionData) == nil else {
        throw OfficeError(part: element.attribute(Manifest.fullPath), .encrypted)
      }
      if let path = element.attribute(Manifest.fullPath) { listed[path] = element }
    }
    var type = listed["/"]?.attribute(Manifest.mediaType)
    if entries.contains(where: { $0.name == "mimetype" }) {
      type = String(decoding: try unpack("mimetype", in: entries), as: UTF8.self)
    }
    guard type == textType || type == templateType else {
      throw OfficeError(part: "mimetype", .notText(type ?? "?"))
    }
    guard entries.contains(where: { $0.name == "content.xml" }) else {
      throw OfficeError(part: "content.xml", .noMainPart)
    }
    let dropped = entries.map(\.name).filter(signatureEntries.contains)
    var kept = entries.filter { !dropped.contains($0.name) && $0.name != "mimetype" }
    kept.append(Entry(name: "mimetype", data: try compress(Array(textType.utf8), as: "mimetype")))
    let isComplete = completeManifest(manifest, listed: listed, entries: kept.map(\.name), dropped: dropped)
    if !isComplete { kept = try replacing(manifestName, with: manifest.serialize(), in: kept) }
    return (.odt, ordered(kept, first: ["mimetype"]), dropped)
  }

  /// Makes the manifest list every file once and say what the document is; returns whether it did so already.
  private static func completeManifest(
    _ manifest: XMLTree, listed: [String: Node], entries: [String], dropped: [String]
  ) -> Bool {
    var isComplete = true
    func add(_ path: String, _ type: String) {
      let element = manifest.makeElement(Manifest.fileEntry)
      element.setAttribute(Manifest.fullPath, path)
      element.setAttribute(Manifest.mediaType, type)
      manifest.root.append(element)
      isComplete = false
    }
    if let root = listed["/"] {
      if root.attribute(Manifest.mediaType) != textType {
        root.setAttribute(Manifest.mediaType, textType)
        isComplete = false
      }
    } else {
      add("/", textType)
    }
    for name in dropped {
      listed[name]?.remove()
      isComplete = isComplete && listed[name] == nil
    }
    for name in entries
    where listed[name] == nil && name != "mimetype" && !name.hasPrefix("META-INF/")
      && name != "META-INF/manifest.xml"
    {
      add(name, name.hasSuffix(".xml") ? "text/xml" : "application/octet-stream")
    }
    return isComplete
  }

  /// The manifest in `bytes` with new entries listed.
  static func listing(
    _ entries: [PackageAdditions.Entry], in bytes: [UInt8]
  ) throws(OfficeError) -> [UInt8] {
    let manifest = try parse(bytes, of: "META-INF/manifest.xml")
    for entry in entries {
      let element = manifest.makeElement(Manifest.fileEntry)
      element.setAttribute(Manifest.fullPath, entry.name)
      element.setAttribute(Manifest.mediaType, entry.mediaType)
      manifest.root.append(element)
    }
    return manifest.serialize()
  }

  private enum Manifest {
    static let fileEntry = Name(Namespace.manifest, "file-entry")
    static let encryptionData = Name(Namespace.manifest, "encryption-data")
    static let fullPath = Name(Namespace.manifest, "full-path")
    static let mediaType = Name(Namespace.manifest, "media-type")
  }
}
