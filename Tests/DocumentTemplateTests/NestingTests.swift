import DocumentTemplate
import TemplateLanguage
import TestSupport
import Testing

@Suite("deep nesting")
struct NestingTests {
  /// A table in a cell of a table and so on, each with a loop over its rows.
  private static func table(depth: Int) -> String {
    func row(_ content: String) -> String { "<w:tr><w:tc>\(content)</w:tc></w:tr>" }
    func tag(_ text: String) -> String { row("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>") }
    let inner = depth == 1 ? "" : table(depth: depth - 1)
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid>"
      + tag("{%tr for x\(depth) in level %}")
      + row("\(inner)<w:p><w:r><w:t>\(depth): {{ x\(depth) }}</w:t></w:r></w:p>") + tag("{%tr endfor %}")
      + "</w:tbl>"
  }

  @Test("tables in tables repeat at every depth", arguments: [1, 2, 5, 10])
  func tables(depth: Int) throws {
    let package = try WordFile.package(Self.table(depth: depth) + "<w:p/>")
    let document = try DocumentTemplate(package).render(["level": ["a", "b"]])
    let body = try PartText.body(of: document)
    func count(_ text: String) -> Int {
      body.split(separator: text, omittingEmptySubsequences: false).count - 1
    }
    for level in 1...depth {
      let expected = 1 << (depth - level + 1)
      #expect(count(">\(level): a<") == expected / 2)
      #expect(count(">\(level): b<") == expected / 2)
    }
    #expect(count("<w:tbl>") == (1 << depth) - 1)
    #expect(count("</w:tbl>") == (1 << depth) - 1)
    #expect(!body.contains("</w:tbl></w:tc>"))
  }
}
