import DataFiles
import Diagnostics
import DocumentTemplate
import Foundation
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Each rule has a file with its code as its name: a template in both formats and all that is found in it. With
/// CHENGWEN_UPDATE=1 in the environment the results are written anew, to be reviewed in the diff.
@Suite("looking templates over")
struct LintTests {
  static let folder = TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/lint"
  static let codes = TestFiles.names(in: folder).map { String($0.dropLast(".golden".count)) }

  @Test("every rule has its case, and no case is without a rule")
  func complete() {
    #expect(Self.codes == TemplateLint.rules.map(\.code).sorted())
    #expect(TemplateLint.rules.map(\.code) == Self.codes)
  }

  @Test("what a rule finds, and what it leaves alone", arguments: codes)
  func findings(code: String) throws {
    let path = "\(Self.folder)/\(code).golden"
    var golden = GoldenCase(try #require(TestFiles.text(path)))
    let written = golden.text
    for format in OfficeFormat.allCases {
      guard let body = golden[format.rawValue] else { continue }
      let package = format == .docx ? try WordFile.package(body) : try OpenDocumentFile.package(body)
      let found = try TemplateLint.findings(in: package, data: data(golden["data"]))
      #expect(found.contains { $0.message.code == code })
      #expect(found.allSatisfy { $0.severity != .error })
      let ignoring = try TemplateLint.findings(in: package, data: data(golden["data"]), ignoring: [code])
      #expect(ignoring == found.filter { $0.message.code != code })
      for language in format == .docx ? Language.allCases : [.english] {
        let section = "\(format.rawValue) findings \(language.rawValue)"
        let text = found.map { $0.text(in: language) }.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["CHENGWEN_UPDATE"] != nil {
          golden[section] = text
        } else {
          #expect(golden[section] == text)
        }
      }
    }
    if golden.text != written { try Data(golden.text.utf8).write(to: URL(filePath: path)) }
  }

  @Test("errors are listed before findings, and the rules that read tags still find theirs")
  func errors() throws {
    let package = try WordFile.package(
      "<w:p><w:r><w:t>{{ a + }} { { b }} {% if true %}x{% endif %}</w:t></w:r></w:p>")
    let found = try TemplateLint.findings(in: package)
    #expect(found.map(\.message.code) == ["unexpected-token", "almost-a-tag", "constant-condition"])
  }

  private func data(_ text: String?) throws -> TemplateLint.Data? {
    guard let text else { return nil }
    guard case .mapping(let values) = try DataFile.read(Array(text.utf8), name: "data.yaml").value else {
      return nil
    }
    return TemplateLint.Data(values) { Place(file: "data.yaml", .named($0.pathText)) }
  }
}
