/// A value whose meaning is the host's: rich text, a picture, a sub-document, a function.
public protocol TemplateObject: Sendable {
  /// The name of its type, for error messages.
  var typeName: String { get }
  /// The name of its type in Chinese; the same as `typeName` unless it says otherwise.
  var chineseTypeName: String { get }
  /// Whether it counts as true; true unless it says otherwise.
  var isTrue: Bool { get }
  /// What `{{ … }}` prints where only text can stand; nil when it can't be said as text.
  var text: String? { get }
  /// What a loop over it yields; nil, unless it says otherwise, when it is no sequence.
  var elements: [Value]? { get }
  /// The attribute or item called `name`; nil when there is none.
  func member(_ name: String) -> Value?
  /// Whether it equals another object; by `==` for `Equatable` types, by identity for other classes.
  func equals(_ other: any TemplateObject) -> Bool
}

extension TemplateObject {
  /// The same as in English.
  public var chineseTypeName: String { typeName }
  /// True.
  public var isTrue: Bool { true }
  /// Nothing that can be said as text.
  public var text: String? { nil }
  /// No sequence.
  public var elements: [Value]? { nil }
  /// No members.
  public func member(_ name: String) -> Value? { nil }

  /// By `==` for `Equatable` types, by identity for other classes; else never.
  public func equals(_ other: any TemplateObject) -> Bool {
    if let left = self as? any Equatable { return left.equalsDynamically(other) }
    if type(of: self) is AnyObject.Type, type(of: other) is AnyObject.Type {
      return (self as AnyObject) === (other as AnyObject)
    }
    return false
  }
}

extension Equatable {
  fileprivate func equalsDynamically(_ other: Any) -> Bool {
    if let other = other as? Self { self == other } else { false }
  }
}

/// An object a template can call: `{{ object(1, x=2) }}`.
public protocol CallableObject: TemplateObject {
  /// Carries out the call.
  func call(_ arguments: Arguments) throws(ValueError) -> Value
}
