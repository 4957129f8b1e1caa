package import XMLTree

/// Names of OpenDocument's office: namespace (OASIS ODF 1.3 part 3, 3).
package enum ODFOffice {
  package static let documentContent = Name(Namespace.office, "document-content")
  package static let documentStyles = Name(Namespace.office, "document-styles")
  package static let documentMeta = Name(Namespace.office, "document-meta")
  package static let body = Name(Namespace.office, "body")
  package static let text = Name(Namespace.office, "text")
  package static let annotation = Name(Namespace.office, "annotation")
  package static let name = Name(Namespace.office, "name")
  package static let creator = Name("http://purl.org/dc/elements/1.1/", "creator")
  package static let annotationEnd = Name(Namespace.office, "annotation-end")
  package static let automaticStyles = Name(Namespace.office, "automatic-styles")
  package static let masterStyles = Name(Namespace.office, "master-styles")
  package static let styles = Name(Namespace.office, "styles")
  package static let meta = Name(Namespace.office, "meta")
  package static let forms = Name(Namespace.office, "forms")
  package static let version = Name(Namespace.office, "version")
  package static let value = Name(Namespace.office, "value")
  package static let stringValue = Name(Namespace.office, "string-value")
  package static let valueType = Name(Namespace.office, "value-type")
}
