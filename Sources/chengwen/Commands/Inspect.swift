import ArgumentParser
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List a template's tags, their places and the data it expects. 列出模板的标签、位置和所需数据。",
    discussion: """
      What each piece of data has to be is inferred from what the template does with it. --schema prints it as a JSON \
      Schema, --skeleton as a data file to fill in.
      """)

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String

  @Flag(help: "Print the JSON Schema of the data instead.")
  var schema = false

  @Flag(help: "Print a YAML data file to fill in instead.")
  var skeleton = false

  @OptionGroup var delimiters: DelimitersOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if schema, skeleton { throw ValidationError("--schema and --skeleton exclude each other") }
  }

  func run() throws {
    var environment = Environment()
    environment.delimiters = try delimiters.chosen()
    let compiled = try Inputs(console: common.console).template(at: template, environment: environment)
    let language = common.console.language
    if schema {
      print(compiled.schema(in: language).json(indent: 2) ?? "")
    } else if skeleton {
      print(compiled.skeleton(in: language), terminator: "")
    } else {
      switch common.format {
      case .text: printText(compiled, language)
      case .json: print(InspectionJSON.text(compiled, file: template, language))
      }
    }
  }

  private func printText(_ compiled: DocumentTemplate, _ language: Language) {
    for tag in compiled.tags { print("\(tag.spot.text(in: language))\t\(tag.text)") }
    let title = language == .chinese ? "所需数据：" : "data: "
    print(title + compiled.names.joined(separator: language == .chinese ? "、" : ", "))
    for field in compiled.data { printField(field, language, indent: 1) }
  }

  private func printField(_ field: DataField, _ language: Language, indent: Int) {
    let chinese = language == .chinese
    var words = [field.kind.text(in: language)]
    if !field.isRequired { words.append(chinese ? "可以没有" : "may be left out") }
    var seen: Set<String> = []
    let places = field.uses.map { $0.spot.text(in: language) }.filter { seen.insert($0).inserted }
    let name = field.name.isEmpty ? (chinese ? "（每一项）" : "(each item)") : field.name
    let lead = String(repeating: "  ", count: indent)
    print(
      "\(lead)\(name)\t\(words.joined(separator: chinese ? "，" : ", "))\t\(places.joined(separator: chinese ? "；" : "; "))"
    )
    for inner in field.fields { printField(inner, language, indent: indent + 1) }
    for item in field.items {
      // A list's items are told by their members.
      if item.kind == .mapping {
        for inner in item.fields { printField(inner, language, indent: indent + 1) }
      } else {
        printField(item, language, indent: indent + 1)
      }
    }
  }
}
