import ArgumentParser
import Diagnostics
import Filing
import Forms

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a published report back into a report file. 把已发布的报告读成报告数据。",
    discussion: "What could not be placed, or was read otherwise than it stands, is listed with its place.")

  @Argument(help: "A .docx, .odt, .html or .txt file, or - for standard input.")
  var document: String

  @Option(
    name: .shortAndLong,
    help: "Where to write; - is standard output. By default DOCUMENT's name with the ending .yaml, here.")
  var output: String?

  @Option(help: "The edition of the form; by default the one that fits best.")
  var edition: String?

  @OptionGroup var replacing: OverwriteOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let inputs = Inputs(console: common.console)
    let bytes = try inputs.bytes(of: document)
    let imported: ImportedReport
    do throws(ImportError) {
      imported = try ImportedReport.read(
        bytes, name: document, forms: BuiltInForms.library, edition: edition)
    } catch {
      common.console.report(error.diagnostics)
      throw Status.unusable
    }
    let isStream = document == Files.standardStream
    let path = output ?? (isStream ? Files.standardStream : "\(Files.stem(of: document)).yaml")
    let refusal = replacing.refusal(of: path)
    common.console.report(imported.findings + refusal)
    guard refusal.isEmpty else { throw Status.unusable }
    try inputs.write(Array(imported.draft.yaml(comments: true).utf8), to: path)
    if path != Files.standardStream { common.console.note(path) }
    if !imported.isComplete { throw Status.faulty }
  }
}
