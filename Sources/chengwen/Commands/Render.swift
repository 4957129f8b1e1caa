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

  @Option(help: "The formats to write, such as docx,odt.")
  var to = Formats(all: [.docx, .odt])

  @Option(help: "Write the report on another edition of the form, such as 2021.")
  var edition: String?

  @Option(help: "A template of your own instead of the built-in one; may be given once for each format.")
  var template: [String] = []

  @Flag(help: "Mark the documents as drafts; they are written although the checks find errors.")
  var draft = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("no report file is named") }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    var templates = ReportTemplates(inputs: inputs)
    for path in template { try templates.add(path) }
    try refuseSameOutputs()
    var status: ExitCode?
    for file in files {
      do {
        try render(file, inputs, &templates)
      } catch let failed as ExitCode {
        if failed.rawValue > status?.rawValue ?? 0 { status = failed }
      }
    }
    if let status { throw status }
  }

  private func render(_ file: String, _ inputs: Inputs, _ templates: inout ReportTemplates) throws {
    let report = try inputs.report(at: file, edition: edition)
    try check(report)
    let values = report.printValues(
      PrintOptions(isDraft: draft, pictures: try inputs.pictures(of: report, at: file)))
    var documents: [(path: String, bytes: [UInt8])] = []
    for format in to.all {
      let compiled = try templates.template(for: report, format)
      do throws(TemplateError) {
        let path = "\(output)/\(Files.stem(of: file)).\(format.rawValue)"
        documents.append((path, try compiled.render(values)))
      } catch {
        throw inputs.failure(error, file: compiled.name)
      }
    }
    try inputs.makeFolder(output)
    for document in documents {
      try inputs.write(document.bytes, to: document.path)
      common.console.note(document.path)
    }
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

/// A list of formats as an option's value.
struct Formats: ExpressibleByArgument {
  let all: [OfficeFormat]

  init(all: [OfficeFormat]) { self.all = all }

  init?(argument: String) {
    var all: [OfficeFormat] = []
    for name in argument.split(separator: ",") {
      guard let format = OfficeFormat(rawValue: String(name)), !all.contains(format) else { return nil }
      all.append(format)
    }
    guard !all.isEmpty else { return nil }
    self.all = all
  }

  var defaultValueDescription: String { all.map(\.rawValue).joined(separator: ",") }
}
