/// A length on paper.
public struct Length: Sendable, Hashable {
  /// English Metric Units: 914,400 to the inch, 36,000 to the millimetre.
  public var emu: Int

  /// Makes a length.
  public init(emu: Int) { self.emu = emu }

  /// A length in millimetres.
  public static func millimetres(_ count: Double) -> Length { Length(scaling: count, by: 36_000) }
  /// A length in centimetres.
  public static func centimetres(_ count: Double) -> Length { Length(scaling: count, by: 360_000) }
  /// A length in points, 72 to the inch.
  public static func points(_ count: Double) -> Length { Length(scaling: count, by: 12_700) }
  /// A length in inches.
  public static func inches(_ count: Double) -> Length { Length(scaling: count, by: 914_400) }

  private init(scaling count: Double, by unit: Double) {
    let length = (count * unit).rounded()
    emu = length.isFinite && abs(length) < 1e15 ? Int(length) : 0
  }

  /// The length in centimetres, as OpenDocument writes it.
  var openDocument: String {
    let tenThousandths = (emu * 10_000 + 180_000) / 360_000
    let fraction = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
      + "cm"
  }
}
