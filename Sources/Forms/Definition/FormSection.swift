/// One of the form's sections: running text, or a table.
public struct FormSection: Sendable, Hashable {
  /// Its name in data files and templates.
  public let id: String
  /// The official heading with its number.
  public let heading: String
  /// Other headings seen in published reports.
  public let otherHeadings: [String]
  /// What the text is to speak of, as sub-headings.
  public let parts: [String]
  /// What whoever writes it should know, in Chinese; nil for nothing.
  public let note: String?
  /// The table that the section holds; nil for running text.
  public let table: String?
}
