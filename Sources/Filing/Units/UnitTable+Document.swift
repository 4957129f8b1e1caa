public import DocumentTemplate
public import OfficeDocument

extension UnitTable {
  /// The built-in template of such tables; its values are `values`.
  ///
  /// - Throws: `TemplateError` when the template is faulty.
  public static func template(_ format: OfficeFormat) throws(TemplateError) -> DocumentTemplate? {
    try BuiltInForms.template(edition: "units", format)
  }

  /// The table as a document.
  public func document(_ template: DocumentTemplate) throws(TemplateError) -> [UInt8] {
    try template.render(values)
  }
}
