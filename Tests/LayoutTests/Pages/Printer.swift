import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

/// LibreOffice, which prints what the tests measure.
enum Printer {
  /// Whether it is here, and poppler, which reads what it prints.
  static let isHere = (try? LibreOffice()) != nil && Command(["pdftotext", "-v"]).status == 0

  /// PDFs of reports, all in one run of LibreOffice.
  static func print(
    _ reports: [(report: Report, options: PrintOptions)], as format: OfficeFormat
  ) throws -> [[UInt8]] {
    var templates: [String: DocumentTemplate] = [:]
    let documents = try reports.enumerated().map { index, item in
      let edition = item.report.definition.edition
      let template = try #require(
        try templates[edition] ?? BuiltInForms.template(edition: edition, format))
      templates[edition] = template
      return LibreOffice.Document(
        name: "\(index)", bytes: try template.render(item.report.printValues(item.options)), format: format)
    }
    return try LibreOffice().convert(documents, seconds: 1_500)
  }
}
