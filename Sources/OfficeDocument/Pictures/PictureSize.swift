/// A size on paper, in English Metric Units: 914,400 to the inch, 36,000 to the millimetre.
public struct PictureSize: Sendable, Hashable {
  public var width: Int
  public var height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The greatest length a drawing can have (ISO/IEC 29500-1, 20.1.10.42).
  public static let greatestLength = 27_273_042_316_900

  /// The size scaled to a width, in whole units.
  public func scaled(toWidth width: Int) -> PictureSize {
    PictureSize(width: width, height: Self.whole(Double(height) * Double(width) / Double(self.width)))
  }

  /// The size scaled to a height, in whole units.
  public func scaled(toHeight height: Int) -> PictureSize {
    PictureSize(width: Self.whole(Double(width) * Double(height) / Double(self.height)), height: height)
  }

  /// The size scaled to be as large as fits into a width and, if there is one, a height.
  public func scaled(within width: Int, _ height: Int?) -> PictureSize {
    let wide = scaled(toWidth: width)
    guard let height, wide.height > height else { return wide }
    return scaled(toHeight: height)
  }

  private static func whole(_ length: Double) -> Int {
    Int(min(max(length.rounded(.toNearestOrEven), 1), Double(greatestLength)))
  }
}
