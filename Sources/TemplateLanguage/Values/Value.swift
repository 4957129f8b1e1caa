/// A value of the template language.
///
/// Integers are exact at any size, decimals keep every digit and the number of places they were written
/// with. Equality and hashing follow Python: 1, 1.0 and true are equal.
public enum Value: Sendable {
  /// A name or member that does not exist; what it does is the caller's choice (`UndefinedPolicy`).
  case undefined(name: String)
  case none
  case bool(Bool)
  case int(Int)
  /// An integer outside `Int`'s range; arithmetic goes back to `int` where it can.
  indirect case bigInt(BigInt)
  indirect case decimal(Decimal)
  case string(String)
  case list([Value])
  indirect case mapping(Mapping)
  indirect case date(DateValue)
  /// A value of the host's own: rich text, a picture, a function, a namespace.
  indirect case object(any TemplateObject)
}

extension Value {
  /// Whether it is a name or member that does not exist.
  public var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Whether it is `none`.
  public var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// Whether a condition takes it for true: zero, none, what does not exist and what is empty are false.
  public var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let flag): flag
    case .int(let integer): integer != 0
    case .bigInt(let integer): !integer.isZero
    case .decimal(let decimal): !decimal.isZero
    case .string(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .mapping(let mapping): !mapping.isEmpty
    case .date: true
    case .object(let object): object.isTrue
    }
  }
}
