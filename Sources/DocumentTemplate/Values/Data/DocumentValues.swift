public import TemplateLanguage

/// Turns what stands for rich text, pictures and the like in plain data, such as a JSON file's, into values.
///
/// A mapping with one of these keys stands for a value:
///
/// | mapping | value |
/// |---|---|
/// | `{"$richtext": [{"text", "style", "color", "bold", …}]}` | ``RichText`` |
/// | `{"$richtext-paragraphs": [{"runs": […], "style"}]}` | ``Paragraphs`` |
/// | `{"$paragraphs": ["…", …], "style"}` | ``Paragraphs`` |
/// | `{"$image": "file", "width_mm", "height_mm", "width_emu", "height_emu", "fit", "anchor", "alt"}` | ``Picture`` |
/// | `{"$link": "https://…", "text"}` | ``Hyperlink`` |
/// | `{"$listing": "…"}` | ``Listing``; `&lt;`, `&gt;` and `&amp;` in it are `<`, `>` and `&`, as docxtpl keeps them |
/// | `{"$pagebreak": true}`, `{"$linebreak": true}` | ``PageBreak``, ``LineBreak`` |
///
/// A stretch of rich text is a text, or a mapping of `text`, `style`, `color`, `highlight`, `size` (in half-points),
/// `bold`, `italic`, `underline` (true or one of Word's kinds), `strike`, `superscript`, `subscript`, `font` (a name,
/// `eastAsia:name`, or names by `ascii`, `hAnsi`, `eastAsia`, `cs`), `rtl`, `lang`, `link` and docxtpl's `url_id`.
public enum DocumentValues {
  /// The data with its values made.
  ///
  /// - Parameters:
  ///   - data: what a data file holds.
  ///   - name: what diagnostics call the data.
  ///   - loadFile: returns the bytes of the file with this name; what it may read is its own decision.
  /// - Throws: `TemplateError.faulty` with everything that is wrong in the data, each with the path to it.
  public static func resolve(
    _ data: Mapping, name: String? = nil, loadFile: @escaping (_ name: String) throws -> [UInt8]
  ) throws(TemplateError) -> Mapping {
    var resolver = ValueResolver(file: name, loadFile: loadFile)
    let resolved = resolver.entries(of: data)
    guard resolver.diagnostics.isEmpty else { throw .faulty(resolver.diagnostics) }
    return resolved ?? data
  }
}
