import BuiltInTemplates
public import DocumentTemplate
public import Forms
public import OfficeDocument

/// The editions carried inside the program: definitions and templates.
public enum BuiltInForms {
  /// The definitions.
  public static let library = FormLibrary(
    editions: BuiltInTemplates.paths.compactMap { path in
      path.hasSuffix("/form.yaml") ? String(path.dropLast("/form.yaml".utf8.count)) : nil
    },
    load: { BuiltInTemplates.bytes(of: $0) })

  /// The package of an edition's template; nil if there is no such edition.
  ///
  /// - Throws: `OfficeError` when the template is no sound package.
  public static func package(edition: String, _ format: OfficeFormat) throws(OfficeError) -> OfficePackage? {
    let files = BuiltInTemplates.files(below: "\(edition)/\(format.rawValue)")
    return files.isEmpty ? nil : try OfficePackage(files: files)
  }

  /// An edition's template, compiled; nil if there is no such edition.
  ///
  /// - Throws: `TemplateError` when the template is faulty.
  public static func template(edition: String, _ format: OfficeFormat) throws(TemplateError)
    -> DocumentTemplate?
  {
    let package: OfficePackage?
    do throws(OfficeError) {
      package = try Self.package(edition: edition, format)
    } catch {
      throw .unreadable(error)
    }
    guard let package else { return nil }
    return try DocumentTemplate(package, name: "\(edition).\(format.rawValue)")
  }
}
