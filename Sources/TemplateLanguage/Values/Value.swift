public import BigInt

/// A value of the template language.
///
/// Integers are exact at any size, decimals keep every digit and the number of places they were written
/// with. Equality and hashing follow Python: 1, 1.0 and true are equal.
public indirect enum Value: Sendable {
  /// A name or member that does not exist; what it does is the caller's choice (`UndefinedPolicy`).
  case undefined(name: String)
  case none
  case bool(Bool)
  case int(Int)
  /// An integer outside `Int`'s range; arithmetic goes back to `int` where it can.
  case bigInt(BigInt)
  case decimal(Decimal)
  case string(String)
  case list([Value])
  case mapping(Mapping)
  case date(DateValue)
  /// A value of the host's own: rich text, a picture, a function, a namespace.
  case object(any TemplateObject)
}
