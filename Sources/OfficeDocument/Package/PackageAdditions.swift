public import ZipArchive

/// What a document gains besides the changed bytes of its template's entries.
public struct PackageAdditions: Sendable {
  /// A new entry, such as a picture.
  public struct Entry: Sendable {
    /// The entry's name; one the package does not have.
    public let name: String
    public let data: CompressedPart
    /// Its content type, as `image/png`.
    public let mediaType: String

    /// Makes an entry.
    public init(name: String, data: CompressedPart, mediaType: String) {
      self.name = name
      self.data = data
      self.mediaType = mediaType
    }
  }

  /// The new entries in the order they are written in.
  public var entries: [Entry] = []
  /// The new relationships by the entry they start from; their ids are none the entry has.
  public var relationships: [String: [Relationships.Relationship]] = [:]

  /// Nothing.
  public init() {}

  /// Whether there is nothing.
  public var isEmpty: Bool { entries.isEmpty && relationships.isEmpty }
}
