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
/// | `{"$document": "file.docx", "styles": "template" or "own"}` | ``SubDocument``, merged from a file |
/// | `{"$document": [blocks]}` | ``SubDocument``, made of the blocks below |
/// | `{"$pagebreak": true}`, `{"$linebreak": true}` | ``PageBreak``, ``LineBreak`` |
///
/// A stretch of rich text is a text, or a mapping of `text`, `style`, `color`, `highlight`, `size` (in half-points),
/// `bold`, `italic`, `underline` (true or one of Word's kinds), `strike`, `superscript`, `subscript`, `font` (a name,
/// `eastAsia:name`, or names by `ascii`, `hAnsi`, `eastAsia`, `cs`), `rtl`, `lang`, `link` and docxtpl's `url_id`.
///
/// A block is a paragraph (a text, a stretch, or a mapping of `runs` and `style`), `{"heading": …, "level": 1}`,
/// `{"list": […], "marks": "bullets", "numbers" or "chinese"}` of texts, stretches or mappings of `runs` and `level`,
/// `{"table": [[cell, …], …], "style", "proportions", "header_rows"}` of paragraphs, lists of them, or mappings of
/// `paragraphs` and `span`; a picture, a page break or a document as above.
public enum DocumentValues {
  /// The key at the top of the data under which files in the template are replaced: a mapping of names to files.
  public static let replacementsKey = "$replace"

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
    var data = data
    data[replacementsKey] = nil
    let resolved = resolver.entries(of: data)
    guard resolver.diagnostics.isEmpty else { throw .faulty(resolver.diagnostics) }
    return resolved ?? data
  }

  /// The replacements that data name under ``replacementsKey``, in their order.
  ///
  /// A name is what ``FileReplacement/init(_:with:)`` takes, or else a file that `loadFile` knows: then every file in the
  /// template that is the same is replaced.
  ///
  /// - Throws: `TemplateError.faulty` with everything that is wrong with them.
  public static func replacements(
    in data: Mapping, name: String? = nil, loadFile: @escaping (_ name: String) throws -> [UInt8]
  ) throws(TemplateError) -> [FileReplacement] {
    var resolver = ValueResolver(file: name, loadFile: loadFile)
    let replacements = resolver.replacements(in: data)
    guard resolver.diagnostics.isEmpty else { throw .faulty(resolver.diagnostics) }
    return replacements
  }
}
