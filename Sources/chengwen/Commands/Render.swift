import ArgumentParser
import Diagnostics
import DocumentTemplate

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
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

  @OptionGroup var compression: CompressOption
  @OptionGroup var jobs: JobOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("no report file is named") }
    if let sofficeTimeout, sofficeTimeout < 1 { throw ValidationError("--soffice-timeout is at least 1") }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    let work = RenderWork(
      console: common.console, templates: try ReportTemplates(own: template, inputs: inputs),
      formats: to.all, output: output, edition: edition, isDraft: draft,
      compression: compression.compress?.parts ?? .oneOff)
    try refuseSameOutputs()
    var pdfs =
      to.all.contains(.pdf)
      ? try PDFOutput(inputs: inputs, program: soffice, seconds: sofficeTimeout) : nil
    var status = WorstStatus()
    var rest = files[...]
    Workers.run(jobs: jobs.count(for: files.count)) {
      rest.popFirst()
    } work: {
      work.carryOut($0)
    } take: { outcome in
      outcome.transcript.play()
      if let code = outcome.status { status.add(code) }
      if let pdf = outcome.pdf { pdfs?.add(pdf.path, pdf.document) }
    }
    try pdfs?.write()
    if let status = status.code { throw status }
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
