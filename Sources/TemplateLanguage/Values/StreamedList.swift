/// A list whose elements are read while a loop goes through it, so that they need not all be held.
///
/// Only a loop can use it; each loop reads it anew. What needs all elements at once, such as `loop.length` or a
/// filter, is an error when a template is compiled that was told of the list (``Environment/streamedNames``).
public protocol StreamedList: TemplateObject {
  /// Begins to read.
  func makeReader() throws(ValueError) -> any ElementReader
}

/// A reading of a streamed list under way.
public protocol ElementReader: AnyObject, Sendable {
  /// The next element; `nil` behind the last, and after a failure that nothing can be read behind.
  func next() throws(ValueError) -> Value?
}

extension StreamedList {
  /// What it is called in messages.
  public var typeName: String { "a streamed list" }
  /// What it is called in messages.
  public var chineseTypeName: String { "边读边用的列表" }
}
