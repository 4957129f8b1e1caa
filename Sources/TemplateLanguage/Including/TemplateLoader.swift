package import Diagnostics

/// Gives templates to `include`, `import` and `from … import`, by the names the tags say.
///
/// ```swift
/// var environment = Environment()
/// environment.templates = TemplateLoader { name in snippets[name] }
/// ```
///
/// What may be read is the loader's decision; a template has no other way to files.
public struct TemplateLoader: Sendable {
  /// Returns a template's file, UTF-8 text or a document; nil if there is none of this name.
  public typealias Load = @Sendable (_ name: String) throws -> [UInt8]?

  let load: Load

  /// Makes a loader.
  public init(_ load: @escaping Load) { self.load = load }
}

/// A document among the templates: what it makes of data is a value that the template around it prints.
package protocol IncludedDocument: Sendable {
  /// The value, or everything that went wrong.
  func render(_ data: Mapping, options: RunOptions) -> Result<Value, MessageList>
}

/// Several messages, none of which has a place in the template around.
package struct MessageList: Error, Sendable {
  package let messages: [Message]

  package init(_ messages: [Message]) { self.messages = messages }
}
