import DataFiles
import TemplateLanguage
import TestSupport
import Testing

/// The examples of the language's reference: template, data and result, each in a block of its own.
struct LanguageReferenceTests {
  static let path =
    "\(TestFiles.projectFolder)/Sources/DocumentTemplate/DocumentTemplate.docc/TemplateLanguage.md"

  static let examples: [[String]] = {
    let blocks = MarkdownBlocks(TestFiles.text(path) ?? "").all
    return blocks.indices.filter { blocks[$0].language == "jinja" && $0 + 2 < blocks.count }
      .map { [blocks[$0].text, blocks[$0 + 1].text, blocks[$0 + 2].text] }
  }()

  /// The other templates that examples use, by the names behind `jinja`.
  static let files: [String: String] = Dictionary(
    MarkdownBlocks(TestFiles.text(path) ?? "").all.compactMap { block in
      block.language.hasPrefix("jinja ") ? (String(block.language.dropFirst(6)), block.text) : nil
    }, uniquingKeysWith: { first, _ in first })

  @Test("every example of the language's reference gives what it says", arguments: examples)
  func example(_ blocks: [String]) throws {
    guard case .mapping(let data) = try DataFile.read(Array(blocks[1].utf8), name: "data.yaml").value else {
      Issue.record("the data is no mapping")
      return
    }
    var options = RunOptions()
    options.undefined = .error
    var environment = Environment()
    environment.templates = TemplateLoader { Self.files[$0].map { Array($0.utf8) } }
    #expect(
      try TextTemplate(blocks[0], environment: environment).render(data, options: options) + "\n" == blocks[2]
    )
  }

  @Test("there are examples of every kind of statement")
  func complete() {
    let text = Self.examples.map { $0[0] }.joined()
    for word in ["if", "for", "set", "with", "macro", "call", "filter", "raw", "include", "import"] {
      #expect(text.contains(" \(word) "), "\(word)")
    }
  }
}
