import TemplateLanguage

/// A value that prints more than text: runs, paragraphs, pictures.
///
/// Where only characters can stand, its `text` is printed instead.
protocol MarkupObject: TemplateObject {
  /// How deep in a document what it writes at `site` belongs.
  func level(at site: Site) -> Level
  /// Writes its markup, balanced, without what the site must put around it.
  func write(into writer: inout MarkupWriter) throws(ValueError)
}
