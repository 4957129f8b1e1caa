import DataFiles
import Diagnostics
import DocumentTemplate
import Foundation
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Each case is a file: a template, data, and the template with its errors marked. With CHENGWEN_UPDATE=1 in the
/// environment the results are written anew, to be reviewed in the diff.
@Suite("templates with their errors marked")
struct MarkedTemplateTests {
  static let folder = TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/marks"
  static let cases = TestFiles.names(in: folder)

  @Test("a comment stands at every wrong place, and the text stays", arguments: cases, OfficeFormat.allCases)
  func marks(name: String, format: OfficeFormat) throws {
    let path = Self.folder + "/" + name
    var golden = GoldenCase(try #require(TestFiles.text(path)))
    let written = golden.text
    let package = try Self.package(golden, format)
    let diagnostics = try Self.diagnostics(golden, package)
    #expect(!diagnostics.isEmpty)
    let marked = try MarkedTemplate.bytes(of: package, marking: diagnostics, in: .english)
    var results = [("\(format.rawValue) marked", try PartText.body(of: marked))]
    if format == .docx {
      let comments = try PartText.entry("word/comments.xml", of: marked)
      results.append(("docx comments", PartText.inside("w:comments", of: comments)))
      #expect(comments.components(separatedBy: "成文 Chengwen").count == diagnostics.count + 1)
    }
    for (section, text) in results {
      if ProcessInfo.processInfo.environment["CHENGWEN_UPDATE"] != nil {
        golden[section] = text
      } else {
        #expect(golden[section] == text)
      }
    }
    if golden.text != written { try Data(golden.text.utf8).write(to: URL(filePath: path)) }
    #expect(try marked == MarkedTemplate.bytes(of: package, marking: diagnostics, in: .english))
    #expect(try OfficePackage(marked).content() == package.content())
  }

  @Test("without errors the copy is the template")
  func clean() throws {
    let package = try WordFile.package("<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>")
    let copy = try MarkedTemplate.bytes(of: package, marking: [], in: .chinese)
    #expect(try copy == package.write(replacing: [:]))
  }

  @Test("names in the data that XML can't hold don't stand in the way")
  func control() throws {
    let package = try WordFile.package("<w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p>")
    let golden = GoldenCase("\n=== data\n\"name\\x01\": 1\n")
    let found = try Self.diagnostics(golden, package)
    #expect(found.count == 1)
    let copy = try MarkedTemplate.bytes(of: package, marking: found, in: .english)
    #expect(try PartText.entry("word/comments.xml", of: copy).contains("unknown name `name`"))
  }

  @Test(
    "the copies are as valid as their templates", .enabled(if: Validators.areHere),
    arguments: OfficeFormat.allCases)
  func valid(format: OfficeFormat) throws {
    let scratch = ScratchFolder()
    for name in Self.cases {
      let golden = GoldenCase(try #require(TestFiles.text(Self.folder + "/" + name)))
      let package = try Self.package(golden, format)
      let marked = try MarkedTemplate.bytes(
        of: package, marking: try Self.diagnostics(golden, package), in: .chinese)
      scratch.write("template.\(format.rawValue)", try package.write(replacing: [:]))
      scratch.write("marked.\(format.rawValue)", marked)
      let options = ["--baseline", "\(scratch.path)/template.\(format.rawValue)"]
      let path = "\(scratch.path)/marked.\(format.rawValue)"
      #expect(Validators.findings(in: [path], format: format.rawValue, options: options) == "", "\(name)")
      guard format == .docx, Validators.sdkIsHere else { continue }
      #expect(Validators.sdkFindings(in: [path], options: options) == "", "\(name)")
    }
  }

  static func package(_ golden: GoldenCase, _ format: OfficeFormat) throws -> OfficePackage {
    let body = try #require(golden[format.rawValue])
    let parts = golden.sections.compactMap { section -> (name: String, content: String)? in
      let words = section.name.split(separator: " ")
      guard words.count == 3, words[0] == format.rawValue, words[1] == "part" else { return nil }
      return (String(words[2]), section.text)
    }
    return format == .docx
      ? try WordFile.package(body, parts: parts) : try OpenDocumentFile.package(body, parts: parts)
  }

  static func diagnostics(_ golden: GoldenCase, _ package: OfficePackage) throws -> [Diagnostic] {
    let node = try DataFile.read(Array((golden["data"] ?? "{}").utf8), name: "data.yaml")
    guard case .mapping(let data) = node.value else { return [] }
    let result = Result { () throws(TemplateError) in
      try DocumentTemplate(package).render(data)
    }
    guard case .failure(.faulty(let diagnostics)) = result else { return [] }
    return diagnostics
  }
}
