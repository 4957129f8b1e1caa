import ArgumentParser
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List a template's tags, their places and the names they use. 列出模板的标签、位置和所需数据。")

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let compiled = try Inputs(console: common.console).template(at: template)
    let language = common.console.language
    switch common.format {
    case .text:
      for tag in compiled.tags { print("\(tag.spot.text(in: language))\t\(tag.text)") }
      let title = language == .chinese ? "所需数据：" : "data: "
      print(title + compiled.names.joined(separator: language == .chinese ? "、" : ", "))
    case .json:
      let tags = compiled.tags.map { tag in
        Value.mapping([
          "text": .string(tag.text), "kind": .string(tag.kind.rawValue),
          "place": .string(tag.spot.text(in: language)),
        ])
      }
      print(
        Value.mapping([
          "file": .string(template), "format": .string(compiled.format.rawValue), "tags": .list(tags),
          "names": .list(compiled.names.map { .string($0) }),
        ]).json() ?? "")
    }
  }
}
