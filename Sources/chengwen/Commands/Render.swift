import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import Filing
import FormChecks
import Forms
import OfficeDocument

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn report files into the official documents. 由报告数据生成正式文档。")

  @Argument(help: "Report files: YAML or JSON.")
  var files: [String]

  @Option(name: .shortAndLong, help: "The folder to write to; by default the current one.")
  var output = "."

  @Option(help: "The formats to write: docx, odt, pdf (by way of LibreOffice), html; several with commas.")
  var to = RenderFormats(all: [.docx, .odt])

  @Option(help: "LibreOffice's program for PDFs; by default soffice where the shell finds it.")
  var soffice: String?

  @Option(help: "The most seconds that LibreOffice may take for all files.")
  var sofficeTimeout: Int?

  @Option(help: "Write the report on another edition of the form, such as 2021.")
  var edition: String?

  @Option(help: "A template of your own instead of the built-in one; may be given once for each format.")
  var template: [String] = []

  @Flag(help: "Mark the documents as drafts; they are written although the checks find errors.")
  var draft = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("no report file is named") }
    if let sofficeTimeout, sofficeTimeout < 1 { throw ValidationError("--soffice-timeout is at least 1") }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    var templates = ReportTemplates(inputs: inputs)
    for path in template { try templates.add(path) }
    try refuseSameOutputs()
    var pdfs =
      to.all.contains(.pdf)
      ? try PDFOutput(inputs: inputs, program: soffice, seconds: sofficeTimeout) : nil
    var status = WorstStatus()
    for file in files {
      do {
        try render(file, inputs, &templates, &pdfs)
      } catch let failed as ExitCode {
        status.add(failed)
      }
    }
    try pdfs?.write()
    if let status = status.code { throw status }
  }

  private func render(
    _ file: String, _ inputs: Inputs, _ templates: inout ReportTemplates, _ pdfs: inout PDFOutput?
  ) throws {
    let report = try inputs.report(at: file, edition: edition)
    try check(report)
    var options = PrintOptions(isDraft: draft, pictures: try inputs.pictures(of: report, at: file))
    var documents: [(path: String, bytes: [UInt8])] = []
    var made: [OfficeFormat: [UInt8]] = [:]
    for format in to.all {
      guard let kind = format.document else {
        let page = ReportPage.html(of: report, isDraft: draft)
        documents.append((path(of: file, format), Array(page.utf8)))
        continue
      }
      let compiled = try templates.template(for: report, kind)
      do throws(TemplateError) {
        let bytes: [UInt8]
        if let known = made[kind] {
          bytes = known
        } else {
          // What is reckoned from the built-in templates is no use to others, which may lack the styles for it.
          options.adjustsSpacing = !templates.isOwn(kind)
          bytes = try compiled.render(report.printValues(options))
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
      common.console.note(document.path)
    }
    if to.all.contains(.pdf), let document = made[.odt] { pdfs?.add(path(of: file, .pdf), document) }
  }

  private func path(of file: String, _ format: RenderFormat) -> String {
    "\(output)/\(Files.stem(of: file)).\(format.rawValue)"
  }

  /// Reports what the checks find, accepted findings and notices left out; an error stops the report.
  private func check(_ report: Report) throws {
    let findings = FormChecks.findings(in: report).filter { $0.acceptedBecause == nil && $0.level != .notice }
    if !findings.isEmpty { common.console.report(findings.map(\.diagnostic)) }
    guard findings.contains(where: \.isError), !draft else { return }
    common.console.note(Message.notRendered.text(in: common.console.language))
    throw Status.faulty
  }

  /// Two reports of the same name in different folders would overwrite each other.
  private func refuseSameOutputs() throws {
    var seen: Set<String> = []
    let twice = files.filter { !seen.insert(Files.stem(of: $0)).inserted }
    guard twice.isEmpty else {
      common.console.report(
        twice.map {
          Diagnostic(.error, .twoSameOutputs("\(output)/\(Files.stem(of: $0))"), at: Place(file: $0))
        })
      throw Status.faulty
    }
  }
}
