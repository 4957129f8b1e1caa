/// The namespaces of office documents.
package enum Namespace {
  package static let wordprocessing: StaticString =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  package static let wordprocessingDrawing: StaticString =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  package static let drawingML: StaticString = "http://schemas.openxmlformats.org/drawingml/2006/main"
  package static let chart: StaticString = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  package static let svg: StaticString = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  package static let word2010: StaticString = "http://schemas.microsoft.com/office/word/2010/wordml"
  package static let word2012: StaticString = "http://schemas.microsoft.com/office/word/2012/wordml"
  package static let markupCompatibility: StaticString =
    "http://schemas.openxmlformats.org/markup-compatibility/2006"
  package static let officeMath: StaticString =
    "http://schemas.openxmlformats.org/officeDocument/2006/math"
  package static let contentTypes: StaticString =
    "http://schemas.openxmlformats.org/package/2006/content-types"
  package static let relationships: StaticString =
    "http://schemas.openxmlformats.org/package/2006/relationships"
  package static let xml: StaticString = "http://www.w3.org/XML/1998/namespace"
  package static let office: StaticString = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  package static let text: StaticString = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  package static let table: StaticString = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  package static let drawing: StaticString = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  package static let style: StaticString = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  package static let formatting: StaticString =
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  package static let manifest: StaticString = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
  package static let meta: StaticString = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
}
