import Diagnostics
import Testing

@Suite("What a diagnostic says")
struct DiagnosticTextTests {
  static let unknown = Message(
    "unknown-name", chinese: "未知名称 `aplications`", english: "unknown name `aplications`",
    hint: .init(chinese: "是不是 `applications`？", english: "did you mean `applications`?"))

  @Test("place, sentence, code, excerpt and hint stand in this order, in English")
  func english() {
    let spot = DocumentSpot(part: .body, steps: [.table(2), .row(5), .cell(3)])
    let text = "{{ aplications.new }}"
    let diagnostic = Diagnostic(
      .error, Self.unknown, at: Place(file: "report.docx", .document(spot)),
      excerpt: Excerpt(of: text, marked: 3..<14), trace: ["units[17]"])
    #expect(
      diagnostic.text(in: .english) == """
        report.docx: body, table 2, row 5, cell 3: unknown name `aplications` (in units[17]) [unknown-name]
            {{ aplications.new }}
               ^^^^^^^^^^^
            hint: did you mean `applications`?
        """)
  }

  @Test("the same in Chinese, a warning said to be one")
  func chinese() {
    let diagnostic = Diagnostic(.warning, Self.unknown, at: Place(file: "数据.yaml", .line(3, column: 7)))
    #expect(
      diagnostic.text(in: .chinese) == """
        数据.yaml：第3行第7列：警告：未知名称 `aplications` [unknown-name]
            提示：是不是 `applications`？
        """)
  }

  @Test("wide characters take two columns in the line that marks the fault")
  func wide() {
    #expect(Excerpt(of: "姓名 {{ x }}", marked: 7..<14).lines == ["姓名 {{ x }}", "     ^^^^^^^"])
  }

  @Test("a mark outside the text is clamped, and a long text is cut at whole characters")
  func clamped() {
    #expect(Excerpt(of: "短", marked: 10..<20).marked == 3..<3)
    let long = String(repeating: "长", count: 100) + "X" + String(repeating: "长", count: 100)
    let excerpt = Excerpt(of: long, marked: 300..<301)
    #expect(Array(excerpt.text.utf8)[excerpt.marked] == [UInt8(ascii: "X")])
    #expect(!excerpt.text.contains("\u{FFFD}"))
  }
}

@Suite("The nearest known name")
struct SuggestionTests {
  @Test(
    "a letter left out, added, replaced or swapped is found",
    arguments: ["agncy", "agenncy", "agemcy", "agnecy"])
  func near(name: String) {
    #expect(Suggestion.nearest(to: name, in: ["title", "agency", "year"]) == "agency")
  }

  @Test("a name too far from all is not guessed")
  func far() {
    #expect(Suggestion.nearest(to: "signature", in: ["title", "agency", "year"]) == nil)
  }

  @Test("the name itself is no suggestion")
  func itself() {
    #expect(Suggestion.nearest(to: "year", in: ["year"]) == nil)
  }
}
