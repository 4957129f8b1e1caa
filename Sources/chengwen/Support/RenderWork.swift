import ArgumentParser
import Diagnostics
import DocumentTemplate
import Filing
import FormChecks
import Forms
import OfficeDocument

/// What `render` does for each report, on any thread.
struct RenderWork: Sendable {
  /// What became of a report.
  struct Outcome: Sendable {
    let transcript: Transcript
    let status: ExitCode?
    /// An .odt that is to become a PDF.
    let pdf: (path: String, document: [UInt8])?
  }

  let console: Console
  let templates: ReportTemplates
  let formats: [RenderFormat]
  let output: String
  let edition: String?
  let isDraft: Bool
  let compression: PartCompression

  func carryOut(_ file: String) -> Outcome {
    let transcript = Transcript()
    let inputs = Inputs(console: console.recording(transcript))
    do {
      return Outcome(transcript: transcript, status: nil, pdf: try render(file, inputs))
    } catch {
      return Outcome(transcript: transcript, status: error as? ExitCode ?? Status.unusable, pdf: nil)
    }
  }

  private func render(_ file: String, _ inputs: Inputs) throws -> (path: String, document: [UInt8])? {
    let report = try inputs.report(at: file, edition: edition)
    try check(report, inputs.console)
    var options = PrintOptions(isDraft: isDraft, pictures: try inputs.pictures(of: report, at: file))
    var documents: [(path: String, bytes: [UInt8])] = []
    var made: [OfficeFormat: [UInt8]] = [:]
    for format in formats {
      guard let kind = format.document else {
        let page = ReportPage.html(of: report, isDraft: isDraft)
        documents.append((path(of: file, format), Array(page.utf8)))
        continue
      }
      let compiled = try templates.template(for: report, kind, inputs)
      do throws(TemplateError) {
        let bytes: [UInt8]
        if let known = made[kind] {
          bytes = known
        } else {
          // What is reckoned from the built-in templates is no use to others, which may lack the styles for it.
          options.adjustsSpacing = !templates.isOwn(kind)
          bytes = try compiled.render(
            report.printValues(options), options: RenderOptions(compression: compression))
        }
        made[kind] = bytes
        if format != .pdf { documents.append((path(of: file, format), bytes)) }
      } catch {
        throw inputs.failure(error, file: compiled.name)
      }
    }
    try inputs.makeFolder(output)
    for document in documents {
      try inputs.write(document.bytes, to: document.path)
      inputs.console.note(document.path)
    }
    guard formats.contains(.pdf), let document = made[.odt] else { return nil }
    return (path(of: file, .pdf), document)
  }

  private func path(of file: String, _ format: RenderFormat) -> String {
    "\(output)/\(Files.stem(of: file)).\(format.rawValue)"
  }

  /// Reports what the checks find, accepted findings and notices left out; an error stops the report.
  private func check(_ report: Report, _ console: Console) throws {
    let findings = FormChecks.findings(in: report).filter { $0.acceptedBecause == nil && $0.level != .notice }
    if !findings.isEmpty { console.report(findings.map(\.diagnostic)) }
    guard findings.contains(where: \.isError), !isDraft else { return }
    console.note(Message.notRendered.text(in: console.language))
    throw Status.faulty
  }
}
