import Diagnostics
import DocumentTemplate
import Foundation
import OfficeDocument
import TestSupport
import Testing

/// Each case is a file: template, data, and the whole result or every error. With CHENGWEN_UPDATE=1 in the
/// environment the results are written anew, to be reviewed in the diff.
@Suite("Golden cases")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/golden")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".golden") }.sorted()
  }()

  @Test("there are cases")
  func exist() {
    #expect(Self.names.count > 10)
  }

  @Test("a template and its data give the result in the file", arguments: names)
  func result(name: String) throws {
    let file = Self.folder.appending(path: name)
    var golden = GoldenCase(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    let written = golden.text
    for format in OfficeFormat.allCases {
      guard let template = try GoldenDocument(golden, format) else { continue }
      var outcome = "result"
      var chinese: String?
      var text: String
      do {
        let document = try template.render(name: name)
        text = try PartText.body(of: document)
        for part in template.parts where !["media", "styles", "settings"].contains(part.name) {
          text += try "\n--- \(part.name)\n" + partText(part.name, format, document)
        }
      } catch TemplateError.faulty(let diagnostics) {
        outcome = "errors"
        text = diagnostics.map { $0.text(in: .english) }.joined(separator: "\n")
        chinese = diagnostics.map { $0.text(in: .chinese) }.joined(separator: "\n")
      }
      // Errors of the first format are held in Chinese too.
      if let chinese, format == .docx {
        if ProcessInfo.processInfo.environment["CHENGWEN_UPDATE"] != nil {
          golden["errors in Chinese"] = chinese
        } else {
          #expect(golden["errors in Chinese"] == chinese)
        }
      }
      let section = "\(format.rawValue) \(outcome)"
      if ProcessInfo.processInfo.environment["CHENGWEN_UPDATE"] != nil {
        golden[section] = text
      } else {
        #expect(golden[section] == text, "\(format.rawValue)")
      }
    }
    if golden.text != written { try Data(golden.text.utf8).write(to: file) }
  }

  private func partText(_ name: String, _ format: OfficeFormat, _ document: [UInt8]) throws -> String {
    switch (format, name) {
    case (.odt, "Object1/content.xml"):
      try PartText.inside("office:chart", of: PartText.entry(name, of: document))
    case (.docx, _):
      try PartText.inside(
        WordFile.entry(of: name).root, of: PartText.entry(WordFile.entry(of: name).path, of: document))
    case (.odt, "master"):
      try PartText.inside("office:master-styles", of: PartText.entry("styles.xml", of: document))
    case (.odt, _): try PartText.inside("office:meta", of: PartText.entry("meta.xml", of: document))
    }
  }
}
