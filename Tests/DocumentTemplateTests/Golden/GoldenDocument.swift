import DataFiles
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport

/// The template of a golden case in one format, and what it makes of the case's data.
struct GoldenDocument {
  let golden: GoldenCase
  let format: OfficeFormat
  let package: OfficePackage
  /// The parts the case names, besides the body.
  let parts: [(name: String, content: String)]

  /// Nil when the case has no template in this format.
  init?(_ golden: GoldenCase, _ format: OfficeFormat) throws {
    guard let body = golden[format.rawValue] else { return nil }
    self.golden = golden
    self.format = format
    parts = golden.sections.compactMap { section in
      let words = section.name.split(separator: " ")
      guard words.count == 3, words[0] == format.rawValue, words[1] == "part" else { return nil }
      return (String(words[2]), section.text)
    }
    package =
      format == .docx
      ? try WordFile.package(body, parts: parts) : try OpenDocumentFile.package(body, parts: parts)
  }

  var data: Mapping {
    get throws {
      let node = try DataFile.read(Array((golden["data"] ?? "{}").utf8), name: "data.yaml")
      guard case .mapping(let mapping) = node.value else { return Mapping() }
      return mapping
    }
  }

  func render(name: String) throws -> [UInt8] {
    var options = RenderOptions()
    if golden["lenient"] != nil { options.undefined = .lenient }
    return try DocumentTemplate(package, name: name).render(try data, options: options)
  }
}
