/// Bounds on a document that is parsed; beyond them it is refused. The defaults suit parts of office documents.
public struct XMLLimits: Sendable, Hashable {
  /// Bytes of the document.
  public var bytes = 256 << 20
  /// Elements inside each other.
  public var depth = 512
  /// Elements, text nodes and others.
  public var nodes = 20_000_000
  /// Attributes and namespace declarations of one element.
  public var attributes = 1_000
  /// Whether a document type declaration without an internal subset is passed over instead of refused: old
  /// OpenDocument manifests name one.
  public var passesOverDocumentType = false

  /// The defaults.
  public init() {}
}
