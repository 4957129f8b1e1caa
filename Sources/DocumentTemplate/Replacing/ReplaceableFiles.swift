import OfficeDocument
import Synchronization
import XMLTree

/// The files in a template that others can take the place of, and what they are called; found when they are asked for.
final class ReplaceableFiles: Sendable {
  struct Index: Sendable {
    /// The entries of pictures by the names, titles and alternative texts of their frames.
    var pictures: [String: Set<String>] = [:]
    /// Media and embedded files.
    var entries: [String] = []
    /// Pictures that stand beside a drawing (.svg), which readers that can show instead.
    var beside: Set<String> = []
  }

  private let package: OfficePackage
  private let known = Mutex<Index?>(nil)

  init(of package: OfficePackage) {
    self.package = package
  }

  func index() throws(OfficeError) -> Index {
    if let read = known.withLock({ $0 }) { return read }
    var index = Index()
    index.entries = package.entries.map(\.name).filter(isReplaceable)
    for part in try package.writtenParts() where part.content == .text {
      let root = try OfficePackage.parse(try package.bytes(of: part.entry), of: part.entry).root
      if package.format == .docx {
        try addWord(root, of: part.entry, to: &index)
      } else {
        addOpenDocument(root, to: &index)
      }
    }
    let read = index
    known.withLock { $0 = read }
    return read
  }

  private func isReplaceable(_ name: String) -> Bool {
    switch package.format {
    case .docx: name.contains("/media/") || name.contains("/embeddings/")
    case .odt:
      name.hasPrefix("Pictures/") || name.hasPrefix("media/")
        || name.hasPrefix("Object ") && !name.contains("/")
    }
  }

  private static let names = [Name("", "name"), Name("", "descr"), Name("", "title")]
  private static let officeTitle = Name("urn:schemas-microsoft-com:office:office", "title")
  private static let alternative = Name("", "alt")

  private func addWord(_ root: Node, of entry: String, to index: inout Index) throws(OfficeError) {
    let links = try package.relationships(of: entry)
    let parts = Dictionary(
      links.all.compactMap { one in one.partName.map { (one.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for element in root.descendants {
      switch element.localName {
      case "blip":
        guard let part = element.relationship.flatMap({ parts[$0] }) else { continue }
        for name in Self.namesAround(element) { index.pictures[name, default: []].insert(part) }
        if element.descendants.contains(where: { $0.localName == "svgBlip" }) { index.beside.insert(part) }
      case "imagedata":
        guard let part = element.relationship.flatMap({ parts[$0] }) else { continue }
        let found = [element.attribute(Self.officeTitle), element.parent?.attribute(Self.alternative)]
        for name in found.compactMap({ $0 }) where !name.isEmpty {
          index.pictures[name, default: []].insert(part)
        }
      default: continue
      }
    }
  }

  /// What the frame and the picture in it are called.
  private static func namesAround(_ blip: Node) -> Set<String> {
    var found: Set<String> = []
    var current = blip.parent
    while let element = current, !element.is(W.drawing) {
      let properties = element.elements.flatMap { [$0] + $0.elements }
        .filter { $0.localName == "cNvPr" || $0.localName == "docPr" }
      // A group's own name is no picture's.
      if ["pic", "inline", "anchor"].contains(element.localName) {
        for one in properties {
          found.formUnion(names.compactMap { one.attribute($0) }.filter { !$0.isEmpty })
        }
      }
      current = element.parent
    }
    return found
  }

  private static let address = Name("http://www.w3.org/1999/xlink", "href")

  private func addOpenDocument(_ root: Node, to index: inout Index) {
    for frame in root.descendants where frame.is(ODFDraw.frame) {
      let texts = [ODFDraw.title, ODFDraw.description].compactMap { frame.firstElement($0)?.text }
      let names = (texts + [frame.attribute(ODFDraw.name) ?? ""]).filter { !$0.isEmpty }
      for element in frame.elements where element.is(ODFDraw.image) || element.is(ODFDraw.objectOLE) {
        guard let path = element.attribute(Self.address), package.contains(path) else { continue }
        for name in names { index.pictures[name, default: []].insert(path) }
      }
    }
  }
}

extension Node {
  private static let relationships: StaticString =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The relationship by which a picture finds its file.
  fileprivate var relationship: String? {
    attribute(Name(Self.relationships, "embed")) ?? attribute(Name(Self.relationships, "id"))
  }
}
