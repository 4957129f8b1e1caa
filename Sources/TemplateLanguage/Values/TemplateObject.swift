/// A value whose meaning is the host's: rich text, a picture, a sub-document, a function.
public protocol TemplateObject: Sendable {
  /// The name of its type, for error messages.
  var typeName: String { get }
  /// Whether it counts as true; true unless it says otherwise.
  var isTrue: Bool { get }
  /// What `{{ … }}` prints where only text can stand; nil when it can't be said as text.
  var text: String? { get }
  /// The attribute or item called `name`; nil when there is none.
  func member(_ name: String) -> Value?
}

extension TemplateObject {
  public var isTrue: Bool { true }
  public var text: String? { nil }
  public func member(_ name: String) -> Value? { nil }
}
