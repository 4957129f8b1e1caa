/// Bounds on a document that is parsed; beyond them it is refused. The defaults suit parts of office documents.
public struct XMLLimits: Sendable, Hashable {
  /// Bytes of the document.
  public var bytes = 256 << 20
  /// Bytes of one text or of one attribute's value; libxml2 itself allows ten million.
  public var text = 10_000_000
  /// Elements inside each other; libxml2 itself allows 256.
  public var depth = 250
  /// Elements, texts and others; an attribute counts as two. Each takes up to 90 bytes of memory and its text.
  public var nodes = 3_000_000
  /// Attributes and namespace declarations of one element.
  public var attributes = 500
  /// Namespace declarations in force at one place.
  public var namespaces = 1_000
  /// Whether a document type declaration without an internal subset is passed over instead of refused: old
  /// OpenDocument manifests name one.
  public var passesOverDocumentType = false

  /// The defaults.
  public init() {}
}
