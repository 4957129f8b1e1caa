import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Fill: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill any .docx or .odt template with data. 用数据填充模板。")

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String

  @Argument(help: "The data: a YAML or JSON file, or - for standard input.")
  var data: String

  @Option(
    name: .shortAndLong,
    help: "Where to write; - is standard output. By default DATA's name with the template's ending.")
  var output: String?

  @Flag(help: "Print nothing for unknown names instead of stopping.")
  var lenient = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let inputs = Inputs(console: common.console)
    let compiled = try inputs.template(at: template)
    guard case .mapping(let values) = try inputs.value(at: data) else {
      common.console.report([Diagnostic(.error, .notMapping, at: Place(file: data))])
      throw Status.faulty
    }
    let folder = DataFolder(of: data)
    let resolved: Mapping
    do throws(TemplateError) {
      resolved = try DocumentValues.resolve(values, name: data) { try folder.read($0) }
    } catch {
      throw inputs.failure(error, file: data)
    }
    var options = RenderOptions()
    if lenient { options.undefined = .lenient }
    let document: [UInt8]
    do throws(TemplateError) {
      document = try compiled.render(resolved, options: options)
    } catch {
      throw inputs.failure(error, file: template)
    }
    let stem = data == Files.standardStream ? "document" : Files.stem(of: data)
    let path = output ?? "\(stem).\(compiled.format.rawValue)"
    try inputs.write(document, to: path)
    if path != Files.standardStream { common.console.note(path) }
  }
}
