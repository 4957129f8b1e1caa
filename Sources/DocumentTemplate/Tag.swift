public import Diagnostics
import TemplateLanguage

/// A tag of a template, as `inspect` lists it.
public struct Tag: Sendable, Hashable {
  /// What the tag does.
  public enum Kind: String, Sendable, Hashable {
    /// `{{ … }}`
    case output
    /// `{% … %}`
    case statement
    /// `{#p … #}` and the like: removes what carries it.
    case comment
  }

  /// The tag as written, delimiters included.
  public let text: String
  public let kind: Kind
  public let spot: DocumentSpot

  init(_ source: TagSource) {
    text = source.text
    spot = source.spot
    kind =
      switch source.tag.kind {
      case .output: .output
      case .comment: .comment
      default: .statement
      }
  }
}
