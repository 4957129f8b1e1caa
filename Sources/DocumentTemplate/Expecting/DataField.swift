public import Diagnostics

/// A piece of data that a template uses, by what the template does with it.
public struct DataField: Sendable, Hashable {
  /// What it has to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Gone through or counted; `items` says what its items are.
    case list
    /// Asked for members, which are `fields`.
    case mapping
    case text
    case number
    case date
    /// Only asked whether it is true.
    case boolean
    /// Takes the place of a picture.
    case picture
    /// Printed: a text, a number, rich text.
    case value
  }

  /// A tag that uses it.
  public struct Use: Sendable, Hashable {
    public let spot: DocumentSpot
    /// The tag as written.
    public let tag: String
    /// The text the tag stands in, with the tag marked.
    public let excerpt: Excerpt
  }

  /// Its name in the data or in the mapping around it; `*` stands for every value of a mapping that is gone
  /// through, and the items of a list have no name.
  public let name: String
  public let kind: Kind
  /// The members of a mapping that the template uses, in order of first use.
  public let fields: [DataField]
  /// What the template does with the items of a list: one field, or none.
  public let items: [DataField]
  /// Whether a document can't be made without it. What is used under a condition only, or has a default, is not
  /// required.
  public let isRequired: Bool
  /// Whether every use allows for its absence, by `default` or `is defined`.
  public let isGuarded: Bool
  /// Whether the template hands it on with everything in it, so that any member may be used.
  public let isWhole: Bool
  /// The tags that use it, in the order of the parts and of the document.
  public let uses: [Use]
}

extension DataField.Kind {
  /// The kind in words.
  public func text(in language: Language) -> String {
    switch (self, language) {
    case (.list, .chinese): "列表"
    case (.list, .english): "list"
    case (.mapping, .chinese): "映射"
    case (.mapping, .english): "mapping"
    case (.text, .chinese): "文字"
    case (.text, .english): "text"
    case (.number, .chinese): "数"
    case (.number, .english): "number"
    case (.date, .chinese): "日期"
    case (.date, .english): "date"
    case (.boolean, .chinese): "是或否"
    case (.boolean, .english): "true or false"
    case (.picture, .chinese): "图片"
    case (.picture, .english): "picture"
    case (.value, .chinese): "文字或数"
    case (.value, .english): "text or number"
    }
  }
}
