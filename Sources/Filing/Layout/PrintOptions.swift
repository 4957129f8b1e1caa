public import OfficeDocument

/// How a report is printed, besides what it says itself.
public struct PrintOptions: Sendable {
  /// Whether it is marked as a draft.
  public var isDraft: Bool
  /// The pictures of seals and stamps by the names that the report gives them; one without a picture leaves its
  /// room empty.
  public var pictures: [String: PictureData]
  /// Whether lines before the signature may be set closer where it would else need a page more (GB/T 9704—2012,
  /// 7.3.5.5), as is reckoned from the built-in templates, which have the styles for it.
  public var adjustsSpacing: Bool

  /// Makes options.
  public init(
    isDraft: Bool = false, pictures: [String: PictureData] = [:], adjustsSpacing: Bool = true
  ) {
    self.isDraft = isDraft
    self.pictures = pictures
    self.adjustsSpacing = adjustsSpacing
  }
}
