public import BigInt

/// An exact decimal number: `coefficient × 10^-scale`; 75.9260 has coefficient 759260 and scale 4.
public struct Decimal: Sendable, Hashable {
  public let coefficient: BigInt
  public let scale: Int

  /// Makes a decimal; `scale` counts the places after the point and is not negative.
  public init(coefficient: BigInt, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }
}
