import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("Tags in the targets of Word's hyperlinks")
struct LinkTargetTests {
  /// A document whose only hyperlinks, one in a loop, lead to `targets`.
  private func package(_ body: String, targets: [String]) throws -> OfficePackage {
    let plain = try WordFile.package(body)
    let links = targets.enumerated().map { index, target in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        + "/hyperlink\" Target=\"\(target)\" TargetMode=\"External\"/>"
    }
    var files = try plain.entries.map { (name: $0.name, bytes: try plain.bytes(of: $0.name)) }
    files.append(
      (
        "word/_rels/document.xml.rels",
        Array(
          ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links.joined() + "</Relationships>").utf8)
      ))
    return try OfficePackage(files: files)
  }

  private func link(_ id: Int, _ text: String) -> String {
    "<w:p><w:hyperlink r:id=\"rId\(id)\"><w:r><w:t>\(text)</w:t></w:r></w:hyperlink></w:p>"
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  @Test("each turn of a loop leads to its own address, equal addresses share a relationship")
  func loop() throws {
    let body = paragraph("{%p for u in units %}") + link(1, "{{ u }}") + paragraph("{%p endfor %}")
    let template = try DocumentTemplate(
      try package(body, targets: ["https://example.org/%7B%7B%20u%20%7D%7D?q=1"]))
    let document = try OfficePackage(template.render(["units": ["a b", "&c", "a b"]]))
    let targets = try document.relationships(of: "word/document.xml").all.map(\.target)
    #expect(targets.contains("https://example.org/a%20b?q=1"))
    #expect(targets.contains("https://example.org/&c?q=1"))
    #expect(targets.count == 3)
  }

  @Test(
    "an address that runs something is refused with its place", arguments: ["javascript:x()", "file:///etc"])
  func hostile(address: String) throws {
    let template = try DocumentTemplate(try package(link(1, "x"), targets: ["{{ url }}"]), name: "t.docx")
    let error = #expect(throws: TemplateError.self) { try template.render(["url": .string(address)]) }
    guard case .faulty(let diagnostics)? = error else { return }
    #expect(diagnostics.map { $0.place.text(in: .english) } == ["t.docx: body, paragraph 1"])
  }

  @Test("a faulty tag in a target is reported when the template is compiled")
  func faulty() throws {
    let package = try package(link(1, "x"), targets: ["http://a/{{ url | nofilter }}"])
    #expect(throws: TemplateError.self) { try DocumentTemplate(package) }
  }
}
