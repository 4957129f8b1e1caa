public import DocumentTemplate
public import OfficeDocument
import TemplateLanguage

extension ReportComparison {
  /// The built-in template of comparisons; its values are `values(all:)`.
  ///
  /// - Throws: `TemplateError` when the template is faulty.
  public static func template(_ format: OfficeFormat) throws(TemplateError) -> DocumentTemplate? {
    try BuiltInForms.template(edition: "compare", format)
  }

  /// The comparison as a document.
  ///
  /// - Parameters:
  ///   - all: whether figures and paragraphs that are the same are in it.
  ///   - template: the built-in one or one of the user's own.
  public func document(all: Bool, _ template: DocumentTemplate) throws(TemplateError) -> [UInt8] {
    try template.render(values(all: all))
  }
}
