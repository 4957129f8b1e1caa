public import ArgumentParser
import Diagnostics
import Filing
public import OfficeDocument

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a built-in template as a file to edit. 导出内置模板以便修改。")

  @Argument(help: "The edition, such as 2021.")
  var edition: String

  @Option(help: "The format: docx or odt.")
  var to: OfficeFormat

  @Option(name: .shortAndLong, help: "Where to write; by default EDITION.docx or EDITION.odt here.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let inputs = Inputs(console: common.console)
    let package: OfficePackage?
    do throws(OfficeError) {
      package = try BuiltInForms.package(edition: edition, to)
    } catch {
      common.console.report([error.diagnostic(file: edition)])
      throw Status.unusable
    }
    guard let package else {
      common.console.report([Diagnostic(.error, .noTemplate(edition, to.rawValue), at: Place(.whole))])
      throw Status.faulty
    }
    let path = output ?? "\(edition).\(to.rawValue)"
    try inputs.write(try inputs.archive(package, name: path), to: path)
    if path != Files.standardStream { common.console.note(path) }
  }
}

extension OfficeFormat: ExpressibleByArgument {}
