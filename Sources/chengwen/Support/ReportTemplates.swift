import ArgumentParser
import Diagnostics
import DocumentTemplate
import Filing
import Forms
import OfficeDocument

/// The templates of one run, each compiled once.
struct ReportTemplates {
  let inputs: Inputs
  private var own: [OfficeFormat: DocumentTemplate] = [:]
  private var builtIn: [String: DocumentTemplate] = [:]

  init(inputs: Inputs) {
    self.inputs = inputs
  }

  /// Takes the user's own template for the format that it has.
  mutating func add(_ path: String) throws {
    let template = try inputs.template(at: path)
    own[template.format] = template
  }

  /// Whether a document of this format is made of the user's own template.
  func isOwn(_ format: OfficeFormat) -> Bool { own[format] != nil }

  /// The template for a report.
  mutating func template(for report: Report, _ format: OfficeFormat) throws -> DocumentTemplate {
    if let template = own[format] { return template }
    let edition = report.definition.edition
    let key = "\(edition).\(format.rawValue)"
    if let template = builtIn[key] { return template }
    do throws(TemplateError) {
      if let template = try BuiltInForms.template(edition: edition, format) {
        builtIn[key] = template
        return template
      }
    } catch {
      throw inputs.failure(error, file: key)
    }
    inputs.console.report([Diagnostic(.error, .noTemplate(edition, format.rawValue), at: Place(.whole))])
    throw Status.unusable
  }
}
