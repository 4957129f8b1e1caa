import Diagnostics
import DocumentTemplate
import TestSupport
import Testing

/// The lists of codes in the article on errors and lint.
struct CheckingReferenceTests {
  static let article =
    TestFiles.text("\(TestFiles.projectFolder)/Sources/DocumentTemplate/DocumentTemplate.docc/Checking.md")
    ?? ""

  @Test("every rule of lint is listed with its severity and title, and nothing else is")
  func rules() {
    let rows = Self.article.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let expected = TemplateLint.rules.map {
      "| `\($0.code)` | \($0.severity.rawValue) | \($0.englishTitle) |"
    }
    #expect(rows == expected)
  }

  @Test("the codes of errors are those in the sources")
  func codes() throws {
    let text = try #require(Self.article.split(separator: "## Codes of errors").last)
    let listed = text.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
    var found: Set<String> = []
    for module in ["TemplateLanguage", "DocumentTemplate"] {
      let folder = "\(TestFiles.projectFolder)/Sources/\(module)"
      for path in TestFiles.paths(below: folder) where path.hasSuffix(".swift") {
        let source = TestFiles.text("\(folder)/\(path)") ?? ""
        for piece in source.split(separator: "Message(").dropFirst() {
          let rest = piece.drop { $0 == " " || $0 == "\n" }
          guard rest.first == "\"" else { continue }
          let code = rest.dropFirst().prefix { $0 != "\"" }
          if !code.isEmpty, code.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
            found.insert(String(code))
          }
        }
      }
    }
    #expect(listed == found.sorted())
  }
}
