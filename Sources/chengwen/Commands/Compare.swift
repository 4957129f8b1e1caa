import ArgumentParser
import Diagnostics
import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TemplateLanguage

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show two years or two versions of a report side by side. 两年或两稿对照。",
    discussion: """
      Figures are shown with their change and per cent, prose by paragraph and sentence. Without -o the comparison \
      is printed, as text or, with --format json, as JSON; -o FILE.docx or FILE.odt makes a document of it.
      """)

  @Argument(help: "The earlier report file.")
  var before: String

  @Argument(help: "The later report file.")
  var after: String

  @Flag(help: "Show what is the same too.")
  var all = false

  @Option(name: .shortAndLong, help: "A .docx or .odt file to write.")
  var output: String?

  @Option(help: "A template of your own for the document.")
  var template: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let output, OfficeFormat(ending: output) == nil {
      throw ValidationError("-o must name a .docx or .odt file")
    }
    if template != nil, output == nil { throw ValidationError("--template needs -o") }
    if before == Files.standardStream, after == Files.standardStream {
      throw ValidationError("only one report can come from standard input")
    }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    let comparison = ReportComparison(
      try inputs.report(at: before, edition: nil), try inputs.report(at: after, edition: nil))
    guard let output, let format = OfficeFormat(ending: output) else {
      switch common.format {
      case .text: print(comparison.text(all: all, in: common.console.language), terminator: "")
      case .json:
        let values = comparison.values(all: all, language: common.console.language)
        print(Value.mapping(values).json(indent: 2) ?? "")
      }
      return
    }
    try inputs.write(try document(comparison, format, inputs), to: output)
    common.console.note(output)
  }

  private func document(_ comparison: ReportComparison, _ format: OfficeFormat, _ inputs: Inputs) throws
    -> [UInt8]
  {
    let own = try template.map { try inputs.template(at: $0) }
    var compiled = own
    do throws(TemplateError) {
      if compiled == nil { compiled = try ReportComparison.template(format) }
      if let compiled, compiled.format == format { return try comparison.document(all: all, compiled) }
    } catch {
      throw inputs.failure(error, file: template)
    }
    common.console.report([
      Diagnostic(.error, .noTemplate("compare", format.rawValue), at: Place(file: template))
    ])
    throw Status.faulty
  }
}
