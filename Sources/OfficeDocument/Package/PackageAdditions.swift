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

  /// The folders of an OpenDocument file that hold documents of their own, which its manifest lists.
  public var folders: [Folder] = []

  /// A folder that holds a document of its own.
  public struct Folder: Sendable, Hashable {
    /// The folder's name, which ends with a slash.
    public let name: String
    public let mediaType: String

    /// Makes a folder.
    public init(name: String, mediaType: String) {
      self.name = name
      self.mediaType = mediaType
    }
  }

  /// Entries of the template that get another name, such as a picture that becomes one of another kind.
  public var renamed: [Renaming] = []

  /// A new name of an entry that the package has.
  public struct Renaming: Sendable, Hashable {
    public let old: String
    /// One that no entry has.
    public let new: String
    /// Its content type, as `image/png`.
    public let mediaType: String

    /// Makes a renaming.
    public init(old: String, new: String, mediaType: String) {
      self.old = old
      self.new = new
      self.mediaType = mediaType
    }
  }

  /// The new names by the old.
  var newNames: [String: String] {
    Dictionary(renamed.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nothing.
  public init() {}

  /// Whether there is nothing.
  public var isEmpty: Bool { entries.isEmpty && relationships.isEmpty && renamed.isEmpty }
}
