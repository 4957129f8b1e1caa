public import OfficeDocument

/// How a report is printed, besides what it says itself.
public struct PrintOptions: Sendable {
  /// Whether it is marked as a draft.
  public var isDraft: Bool
  /// The pictures of seals and stamps by the names that the report gives them; one without a picture leaves its
  /// room empty.
  public var pictures: [String: PictureData]

  /// Makes options.
  public init(isDraft: Bool = false, pictures: [String: PictureData] = [:]) {
    self.isDraft = isDraft
    self.pictures = pictures
  }
}
