import Diagnostics
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("The seed report")
struct SeedTests {
  @Test("the rendered text is the seed's, line by line", arguments: OfficeFormat.allCases)
  func text(format: OfficeFormat) throws {
    let document = try Examples.document(try Examples.report("sepabayi-2021.yaml"), format)
    let rendered = try OfficePackage(document).plainText()
    let seed = try #require(
      TestFiles.text("\(TestFiles.projectFolder)/Tests/FilingTests/Fixtures/sepabayi-2021.txt"))
    #expect(lines(rendered) == lines(seed))
  }

  /// The lines without what the two may differ in: the bookmark's mark, blanks at line ends, those before the date.
  private func lines(_ text: String) -> [String] {
    let unmarked = text.split(separator: "[bookmark: _GoBack]", omittingEmptySubsequences: false).joined()
    var lines = unmarked.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, last == " " || last == "\u{3000}" { line.removeLast() }
      if line.hasSuffix("日"), line.contains("年") { line = line.drop { $0 == " " || $0 == "\u{3000}" } }
      return String(line)
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  @Test("under edition 2021 the official form comes out, and what has no place in it is said")
  func transferred() throws {
    let seed = try Examples.report("sepabayi-2021.yaml")
    let (report, warnings) = seed.transfer(to: try BuiltInForms.library.definition("2021"))
    #expect(warnings.allSatisfy { $0.severity == .warning })
    #expect(warnings.contains { $0.message.chinese.contains("规章") })
    for format in OfficeFormat.allCases {
      let text = try OfficePackage(try Examples.document(report, format)).plainText()
      #expect(text.contains("本年制发件数"))
      #expect(!text.contains("本年新制作数量"))
    }
  }
}
