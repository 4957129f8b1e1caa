import ArgumentParser
import Diagnostics
import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import Synchronization

/// The templates of one run, each compiled once; for all threads.
final class ReportTemplates: Sendable {
  private let own: [OfficeFormat: DocumentTemplate]
  private let builtIn = Mutex<[String: DocumentTemplate]>([:])

  /// - Parameter paths: the user's own templates, each for the format that it has.
  init(own paths: [String], inputs: Inputs) throws {
    var own: [OfficeFormat: DocumentTemplate] = [:]
    for path in paths {
      let template = try inputs.template(at: path)
      own[template.format] = template
    }
    self.own = own
  }

  /// Whether a document of this format is made of the user's own template.
  func isOwn(_ format: OfficeFormat) -> Bool { own[format] != nil }

  /// The template for a report.
  func template(for report: Report, _ format: OfficeFormat, _ inputs: Inputs) throws -> DocumentTemplate {
    if let template = own[format] { return template }
    let edition = report.definition.edition
    let key = "\(edition).\(format.rawValue)"
    let template: DocumentTemplate?
    do throws(TemplateError) {
      template = try builtIn.withLock { (known) throws(TemplateError) -> DocumentTemplate? in
        if let template = known[key] { return template }
        let template = try inputs.builtIn(key) { () throws(TemplateError) in
          try BuiltInForms.template(edition: edition, format)
        }
        known[key] = template
        return template
      }
    } catch {
      throw inputs.failure(error, file: key)
    }
    if let template { return template }
    inputs.console.report([Diagnostic(.error, .noTemplate(edition, format.rawValue), at: Place(.whole))])
    throw Status.unusable
  }
}
