import Diagnostics
import XMLTree

/// The manifest of an ODF package (OASIS ODF 1.3 part 2, 4).
struct Manifest {
  static let entry = "META-INF/manifest.xml"

  private let tree: XMLTree

  /// - Throws: `OfficeError` for what is no XML, and when a file is encrypted.
  init(parsing bytes: [UInt8]) throws(OfficeError) {
    tree = try OfficePackage.parse(bytes, of: Self.entry)
    for element in tree.root.elements(Self.fileEntry) where element.firstElement(Self.encryptionData) != nil {
      throw OfficeError(part: element.attribute(Self.fullPath), .encrypted)
    }
  }

  /// What the manifest says that the document is.
  var documentType: String? {
    tree.root.elements(Self.fileEntry).first { $0.attribute(Self.fullPath) == "/" }?.attribute(Self.mediaType)
  }

  /// Makes it list every file of the package once, and no other, and say what the document is; returns whether
  /// that changed anything.
  func complete(documentType: String, files: [String]) -> Bool {
    let needed = Set(files.filter { $0 != "mimetype" && !$0.hasPrefix("META-INF/") } + ["/"])
    let there = Set(files)
    var listed: Set<String> = []
    var isChanged = false
    for element in tree.root.elements(Self.fileEntry) {
      let path = element.attribute(Self.fullPath) ?? ""
      // Entries that end in a slash are folders, which some writers list.
      let isThere = there.contains(path) || path.hasSuffix("/")
      if !isThere || !listed.insert(path).inserted {
        element.remove()
        isChanged = true
      } else if path == "/", element.attribute(Self.mediaType) != documentType {
        element.setAttribute(Self.mediaType, documentType)
        isChanged = true
      }
    }
    for name in ["/"] + files where needed.contains(name) && listed.insert(name).inserted {
      add(name, name == "/" ? documentType : Self.mediaType(of: name))
      isChanged = true
    }
    return isChanged
  }

  /// Lists a file.
  func add(_ path: String, _ type: String) {
    let element = tree.makeElement(Self.fileEntry)
    element.setAttribute(Self.fullPath, path)
    element.setAttribute(Self.mediaType, type)
    tree.root.append(element)
  }

  /// The media types of what is listed.
  var types: [String: String] {
    var types: [String: String] = [:]
    for element in tree.root.elements(Self.fileEntry) {
      if let path = element.attribute(Self.fullPath) { types[path] = element.attribute(Self.mediaType) ?? "" }
    }
    return types
  }

  /// Takes a file off the list.
  func remove(_ path: String) {
    for element in tree.root.elements(Self.fileEntry) where element.attribute(Self.fullPath) == path {
      element.remove()
    }
  }

  func serialize() -> [UInt8] { tree.serialize() }

  private static func mediaType(of name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() }
    return switch ending {
    case "xml": "text/xml"
    case "png", "gif", "bmp", "jpeg": "image/\(ending ?? "")"
    case "jpg": "image/jpeg"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }

  private static let fileEntry = Name(Namespace.manifest, "file-entry")
  private static let encryptionData = Name(Namespace.manifest, "encryption-data")
  private static let fullPath = Name(Namespace.manifest, "full-path")
  private static let mediaType = Name(Namespace.manifest, "media-type")
}
