import DataFiles
import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Values printed into both formats, held against files in Fixtures/values.
///
/// Sections: `data` (JSON); `docx` and `odt`, what the body holds; `docx styles`, `odt styles`, what the styles part
/// holds; `odt automatic`, automatic styles; `docx media` (its id is rId10) and `odt picture`, a picture's name. Results: `… result`, the body; `… relationships`; `… made styles`, the
/// automatic styles of content.xml; `… errors`. With CHENGWEN_UPDATE set the results are written anew.
@Suite("values in documents")
struct ValueGoldenTests {
  static let folder = TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/values"

  static let cases = TestFiles.names(in: folder).filter { $0.hasSuffix(".golden") }

  @Test("what a value prints is what the golden file says", arguments: cases)
  func golden(_ name: String) throws {
    let path = Self.folder + "/" + name
    var golden = GoldenCase(try #require(TestFiles.text(path)))
    let original = golden.text
    for format in OfficeFormat.allCases where golden[format.rawValue] != nil {
      let found = try Self.results(of: golden, format)
      for section in ["result", "relationships", "made styles", "errors"] {
        let key = "\(format.rawValue) \(section)"
        if unsafe getenv("CHENGWEN_UPDATE") == nil {
          #expect(found[section] ?? "" == golden[key] ?? "", "\(name): \(key)")
        } else if let text = found[section] {
          golden[key] = text
        }
      }
    }
    if unsafe getenv("CHENGWEN_UPDATE") != nil, golden.text != original {
      ScratchFile.write(golden.text, to: path)
    }
  }

  @Test("there are golden files")
  func casesAreFound() {
    #expect(Self.cases.count > 10)
  }

  private static func results(of golden: GoldenCase, _ format: OfficeFormat) throws -> [String: String] {
    let document: [UInt8]
    do throws(TemplateError) {
      document = try render(golden, format)
    } catch {
      return ["errors": error.diagnostics(file: nil).map { $0.text(in: .english) }.joined(separator: "\n")]
    }
    var results = ["result": lines(try PartText.body(of: document))]
    if format == .docx, let text = try? PartText.entry("word/_rels/document.xml.rels", of: document) {
      results["relationships"] = lines(PartText.inside("Relationships", of: text))
    } else if format == .odt {
      let made = PartText.inside(
        "office:automatic-styles", of: try PartText.entry("content.xml", of: document))
      if !made.isEmpty { results["made styles"] = lines(made) }
    }
    return results
  }

  static func render(_ golden: GoldenCase, _ format: OfficeFormat) throws(TemplateError) -> [UInt8] {
    let data: Mapping
    let package: OfficePackage
    do {
      guard
        case .mapping(let mapping) = try DataFile.read(
          Array((golden["data"] ?? "{}").utf8), name: "data.yaml"
        ).value
      else { return [] }
      data = mapping
      let body = joined(golden[format.rawValue])
      switch format {
      case .docx:
        let names = [("styles", "docx styles"), ("media", "docx media")]
        package = try WordFile.package(
          body, parts: names.compactMap { name, key in golden[key].map { (name, joined($0)) } })
      case .odt:
        package = try OpenDocumentFile.package(
          body, parts: golden["odt picture"].map { [($0, "a picture")] } ?? [],
          styles: joined(golden["odt styles"]), automatic: joined(golden["odt automatic"]))
      }
    } catch {
      Issue.record(error)
      return []
    }
    let values = try DocumentValues.resolve(data) { name in
      guard let bytes = TestFiles.bytes(folder + "/" + name) else {
        throw ValueError(Message("none", chinese: "", english: "none"))
      }
      return bytes
    }
    return try DocumentTemplate(package).render(values)
  }

  /// A section as one line, as documents have it: what is indented is written so for reading.
  private static func joined(_ section: String?) -> String {
    (section ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
  }

  /// Markup with a paragraph, row or relationship a line.
  private static func lines(_ markup: String) -> String {
    var result = ""
    let ends = [
      "</w:p>", "<w:p/>", "</text:p>", "</text:h>", "</w:tr>", "</table:table-row>", "</style:style>",
      "</w:r>",
    ]
    var rest = markup[...]
    while let first = rest.first {
      if let end = ends.first(where: { rest.hasPrefix($0) }) {
        result += end + "\n"
        rest = rest.dropFirst(end.count)
      } else if rest.hasPrefix("<Relationship "), !result.isEmpty {
        result += "\n<"
        rest = rest.dropFirst()
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result.hasSuffix("\n") ? String(result.dropLast()) : result
  }
}

enum ScratchFile {
  static func write(_ text: String, to path: String) {
    guard let file = unsafe fopen(path, "wb") else { return }
    unsafe fwrite(Array(text.utf8), 1, text.utf8.count, file)
    unsafe fclose(file)
  }
}
