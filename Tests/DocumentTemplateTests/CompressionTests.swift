import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// The ways to compress what a template writes.
struct CompressionTests {
  static let folder = TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/golden"

  /// The golden cases that have a result.
  static let cases = TestFiles.names(in: folder).filter {
    $0.hasSuffix(".golden") && TestFiles.text(folder + "/" + $0)?.contains(" result\n") == true
  }

  static func template(_ golden: GoldenCase, _ format: OfficeFormat) throws -> DocumentTemplate? {
    guard let body = golden[format.rawValue], golden["\(format.rawValue) result"] != nil else { return nil }
    let parts = golden.sections.compactMap { section -> (name: String, content: String)? in
      let words = section.name.split(separator: " ")
      return words.count == 3 && words[0] == format.rawValue && words[1] == "part"
        ? (String(words[2]), section.text) : nil
    }
    return try DocumentTemplate(
      format == .docx ? WordFile.package(body, parts: parts) : OpenDocumentFile.package(body, parts: parts))
  }

  static func data(_ golden: GoldenCase) throws -> Mapping {
    let node = try DataFile.read(Array((golden["data"] ?? "{}").utf8), name: "data.yaml")
    guard case .mapping(let mapping) = node.value else { return Mapping() }
    return mapping
  }

  @Test("template-aware compression and zlib's unpack to the same parts", arguments: cases)
  func sameParts(_ name: String) throws {
    let golden = GoldenCase(try #require(TestFiles.text(Self.folder + "/" + name)))
    let data = try Self.data(golden)
    var options = RenderOptions(undefined: golden["lenient"] == nil ? .error : .lenient)
    for format in OfficeFormat.allCases {
      guard let template = try Self.template(golden, format) else { continue }
      let document = try OfficePackage(template.render(data, options: options))
      for way in [PartCompression.zlib(level: 6), .oneOff] {
        options.compression = way
        let plain = try OfficePackage(template.render(data, options: options))
        #expect(document.entries.map(\.name) == plain.entries.map(\.name))
        for entry in plain.entries {
          #expect(try document.bytes(of: entry.name) == plain.bytes(of: entry.name), "\(entry.name)")
        }
      }
      options.compression = .templateAware
    }
  }

  @Test("there are cases")
  func exist() {
    #expect(Self.cases.count > 10)
  }

  @Test("a compression level that is none is refused", arguments: [-1, 0, 10])
  func badLevel(_ level: Int) throws {
    let template = try DocumentTemplate(WordFile.package("<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>"))
    #expect {
      _ = try template.render(["a": 1], options: RenderOptions(compression: .zlib(level: level)))
    } throws: { error in
      guard case TemplateError.unreadable(let cause) = error else { return false }
      return cause.message.code == "zip-bad-level"
    }
  }
}
