package import XMLTree

/// Names of OpenDocument's draw: namespace (OASIS ODF 1.3 part 3, 10).
package enum ODFDraw {
  package static let image = Name(Namespace.drawing, "image")
  package static let frame = Name(Namespace.drawing, "frame")
  package static let textBox = Name(Namespace.drawing, "text-box")
  package static let title = Name(Namespace.svg, "title")
  package static let description = Name(Namespace.svg, "desc")
  package static let name = Name(Namespace.drawing, "name")
  package static let object = Name(Namespace.drawing, "object")
  package static let objectOLE = Name(Namespace.drawing, "object-ole")
}
