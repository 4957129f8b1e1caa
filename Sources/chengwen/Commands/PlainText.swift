import ArgumentParser
import OfficeDocument

struct PlainText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print a document's text. 输出文档的文字。",
    discussion:
      "A paragraph is a line; a table cell is a line that begins with a tab; an empty line follows each row.")

  @Argument(help: "A .docx or .odt file, or - for standard input.")
  var document: String

  @Option(name: .shortAndLong, help: "Where to write; by default standard output.")
  var output = Files.standardStream

  @OptionGroup var common: CommonOptions

  func run() throws {
    let inputs = Inputs(console: common.console)
    let package = try inputs.package(at: document)
    let text: String
    do throws(OfficeError) {
      text = try package.plainText()
    } catch {
      common.console.report([error.diagnostic(file: document)])
      throw Status.unusable
    }
    try inputs.write(Array(text.utf8), to: output)
  }
}
