import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Documents written to a file while they are rendered.
struct StreamingTests {
  private let scratch = ScratchFolder()

  private func streamed(
    _ template: DocumentTemplate, _ data: Mapping, _ options: RenderOptions
  ) throws -> OfficePackage {
    let path = scratch.path + "/document"
    let file = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    try template.render(data, options: options, to: file, spoolFolder: scratch.path)
    return try OfficePackage(TestFiles.bytes(path) ?? [])
  }

  private func expectSame(_ document: OfficePackage, _ plain: OfficePackage, _ what: String) throws {
    #expect(document.entries.map(\.name) == plain.entries.map(\.name))
    for entry in plain.entries {
      #expect(try document.bytes(of: entry.name) == plain.bytes(of: entry.name), "\(what): \(entry.name)")
    }
  }

  @Test(
    "put aside as often as can be, the parts are the same as when they are kept",
    arguments: CompressionTests.cases)
  func goldens(_ name: String) throws {
    let golden = GoldenCase(try #require(TestFiles.text(CompressionTests.folder + "/" + name)))
    let data = try CompressionTests.data(golden)
    for compression in [PartCompression.templateAware, .zlib(level: 6)] {
      var options = RenderOptions(undefined: golden["lenient"] == nil ? .error : .lenient)
      options.compression = compression
      options.stretchBytes = 1
      for format in OfficeFormat.allCases {
        guard let template = try CompressionTests.template(golden, format) else { continue }
        let plain = try OfficePackage(template.render(data, options: options))
        try expectSame(streamed(template, data, options), plain, "\(compression)")
      }
    }
  }

  static let word = """
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{% for x in xs %}{{ x.a }}</w:t></w:r></w:p>
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{% for y in x.b %}{{ y }}{% endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:bookmarkStart w:id="1" w:name="m"/><w:r><w:t>{{ loop.index }}{% endfor %}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:r><w:t>{% for x in xs %}{{ x.a }}, {% endfor %}</w:t></w:r></w:p><w:sectPr/>
    """
  static let openDocument = """
    <table:table><table:table-column/><table:table-row><table:table-cell><text:p>{% for x in xs %}{{ x.a }}</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>{{ loop.index }}{% endfor %}</text:p></table:table-cell></table:table-row></table:table>
    <text:p>{% for x in xs %}{{ x.c }}{% endfor %}</text:p>
    """

  @Test("nested tables, inline loops, bookmarks and new styles come out the same", arguments: 1...12)
  func random(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var options = RenderOptions()
    options.stretchBytes = [1, 300, 5000].randomElement(using: &random) ?? 1
    let rows = (0..<Int.random(in: 0...40, using: &random)).map { number -> Value in
      let inner = (0..<Int.random(in: 0...3, using: &random)).map { Value.int($0) }
      // A page break needs an automatic style in OpenDocument, which stands before what was put aside.
      let text = Bool.random(using: &random) ? "a\u{0C}b" : "<\(number)&"
      return .mapping(["a": .string(text), "b": .list(inner), "c": .int(number)])
    }
    let data: Mapping = ["xs": .list(rows)]
    for package in [try WordFile.package(Self.word), try OpenDocumentFile.package(Self.openDocument)] {
      let template = try DocumentTemplate(package)
      let plain = try OfficePackage(template.render(data))
      try expectSame(streamed(template, data, options), plain, "\(template.format)")
    }
  }

  @Test("faults are the same, and nothing stays of the spool")
  func faults() throws {
    let template = try DocumentTemplate(WordFile.package(Self.word))
    let rows = (0..<20).map { Value.mapping($0 == 13 ? ["a": 1] : ["a": 1, "b": .list([])]) }
    var options = RenderOptions()
    options.stretchBytes = 1
    let plain = Self.diagnostics { () throws(TemplateError) in
      _ = try template.render(["xs": .list(rows)], options: options)
    }
    #expect(plain.count == 1)
    let file = unsafe open(scratch.path + "/document", O_RDWR | O_CREAT, 0o600)
    defer { close(file) }
    let streamed = Self.diagnostics { () throws(TemplateError) in
      try template.render(["xs": .list(rows)], options: options, to: file, spoolFolder: scratch.path)
    }
    #expect(streamed == plain)
    #expect(TestFiles.names(in: scratch.path, hidden: true) == ["document"])
  }

  @Test("the limit on output counts what was put aside; a full disk is an error")
  func limits() throws {
    let template = try DocumentTemplate(WordFile.package(Self.word))
    let data: Mapping = ["xs": .list((0..<2000).map { .mapping(["a": .int($0), "b": .list([1])]) })]
    var options = RenderOptions()
    options.stretchBytes = 1000
    options.limits.outputBytes = 100_000
    let full = unsafe open("/dev/full", O_WRONLY)
    defer { close(full) }
    let limited = Self.diagnostics { () throws(TemplateError) in
      try template.render(data, options: options, to: full, spoolFolder: scratch.path)
    }
    #expect(limited.map(\.message.code) == ["too-much-output"])
    options.limits.outputBytes = 100_000_000
    let written = Self.diagnostics { () throws(TemplateError) in
      try template.render(data, options: options, to: full, spoolFolder: scratch.path)
    }
    #expect(written.map(\.message.code) == ["zip-unwritable"])
  }

  private static func diagnostics(_ body: () throws(TemplateError) -> Void) -> [Diagnostic] {
    do throws(TemplateError) {
      try body()
      return []
    } catch {
      return error.diagnostics(file: nil)
    }
  }
}
