import OfficeDocument
import TemplateLanguage
import XMLTree

/// Finds the template's pictures whose alternative text is one tag, and binds them to its value.
struct PictureFrames {
  let tree: XMLTree
  let records: [TagRecord]
  private(set) var marks: MarkTable

  private static let relationships: StaticString =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let svg: StaticString = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  private static let embed = Name(relationships, "embed")
  private static let link = Name(relationships, "link")
  private static let id = Name(relationships, "id")
  private static let address = Name("http://www.w3.org/1999/xlink", "href")
  /// The new file may be of another kind; what it is stands in the manifest.
  private static let mimeTypes = [
    Name(Namespace.drawing, "mime-type"),
    Name("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "mime-type"),
  ]
  private static let width = Name(svg, "width")
  private static let height = Name(svg, "height")

  init(tree: XMLTree, records: [TagRecord], marks: MarkTable) {
    self.tree = tree
    self.records = records
    self.marks = marks
  }

  /// Binds Word's pictures, whose alternative texts are attributes, and OpenDocument's that a tag gives the name.
  mutating func bind(_ attributes: [WrittenAttribute]) {
    var bound: Set<Node> = []
    for attribute in attributes {
      guard attribute.pieces.count == 1, case .tag(let origin)? = attribute.pieces.first, isOutput(origin)
      else {
        continue
      }
      let element = attribute.element
      if element.localName == "docPr", let drawing = element.parent, bound.insert(drawing).inserted {
        bindDrawing(drawing, origin)
      } else if element.localName == "shape", bound.insert(element).inserted,
        let data = element.children.first(where: { $0.localName == "imagedata" })
      {
        let size = PictureSize(width: 1, height: 1)
        mark(data, Self.id, PictureFrame.Place.reference, origin, size)
      } else if element.is(ODFDraw.frame), bound.insert(element).inserted {
        bindFrame(element, origin)
        element.setAttribute(ODFDraw.name, "picture \(origin + 1)")
      }
    }
  }

  /// Binds OpenDocument's pictures, whose alternative texts are elements of their frames.
  mutating func bind(_ markers: [MarkerList.Marker]) {
    var bound: Set<Node> = []
    for marker in markers {
      guard let text = marker.node.parent, text.is(ODFDraw.title) || text.is(ODFDraw.description),
        text.children.allSatisfy({ $0 == marker.node || $0.textBytes.allSatisfy { $0 <= 0x20 } }),
        let frame = text.parent, frame.is(ODFDraw.frame), isOutput(marker.origin),
        bound.insert(frame).inserted
      else { continue }
      bindFrame(frame, marker.origin)
    }
  }

  private mutating func bindFrame(_ frame: Node, _ origin: Int) {
    guard let image = frame.firstElement(ODFDraw.image), image.attribute(Self.address) != nil else { return }
    for other in frame.elements(ODFDraw.image) where other != image { other.remove() }
    let size = PictureSize(
      width: OpenDocumentSpace.length(frame.attribute(Self.width)) ?? 0,
      height: OpenDocumentSpace.length(frame.attribute(Self.height)) ?? 0)
    mark(image, Self.address, .reference, origin, size)
    for name in Self.mimeTypes { image.removeAttribute(name) }
    guard size.width > 0, size.height > 0 else { return }
    mark(frame, Self.width, .width, origin, size)
    mark(frame, Self.height, .height, origin, size)
  }

  private mutating func bindDrawing(_ drawing: Node, _ origin: Int) {
    guard let fill = drawing.descendants.first(where: { $0.localName == "blipFill" }),
      let blip = fill.children.first(where: { $0.localName == "blip" })
    else { return }
    // A picture that lies beside the document stays where it is.
    guard blip.attribute(Self.embed) != nil else { return }
    blip.removeAttribute(Self.link)
    let extent = drawing.children.first { $0.localName == "extent" }
    let size = PictureSize(
      width: extent?.attribute(Name("", "cx")).flatMap { Int($0) } ?? 0,
      height: extent?.attribute(Name("", "cy")).flatMap { Int($0) } ?? 0)
    mark(blip, Self.embed, .reference, origin, size)
    let prefix = blip.prefix.map { "\($0):" } ?? ""
    let extensions = blip.children.first { $0.localName == "extLst" }
    blip.append(node(.extensions, origin, size, extensions, prefix))
    extensions?.remove()
    guard size.width > 0, size.height > 0 else { return }
    let crop = fill.children.first { $0.localName == "srcRect" }
    blip.insertAfter(node(.crop, origin, size, crop, prefix))
    crop?.remove()
  }

  private mutating func mark(
    _ element: Node, _ name: Name, _ place: PictureFrame.Place, _ origin: Int, _ size: PictureSize
  ) {
    guard let value = element.attribute(name) else { return }
    var original: [UInt8] = []
    XMLCharacters.appendAttributeValue(Array(value.utf8), to: &original)
    let frame = PictureFrame(place: place, original: original, size: size, prefix: "")
    element.setAttribute(name, marker: marks.add(.attribute([.picture(origin, frame)], .text)))
  }

  private mutating func node(
    _ place: PictureFrame.Place, _ origin: Int, _ size: PictureSize, _ original: Node?, _ prefix: String
  ) -> Node {
    let frame = PictureFrame(place: place, original: original?.serialize() ?? [], size: size, prefix: prefix)
    return marks.node(.attribute([.picture(origin, frame)], .text), in: tree)
  }

  private func isOutput(_ origin: Int) -> Bool { records[origin].parsed?.role == .output }
}
