import DataFiles
import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing
import XMLTree

/// Any template that compiles gives, with any data of its shape, a document without faults.
@Suite("random templates")
struct RandomDrawingTests {
  /// A list of seeds in CHENGWEN_SEEDS takes the place of those of a batch, to look into what failed.
  private static let named: [UInt64]? = unsafe getenv("CHENGWEN_SEEDS").map {
    unsafe String(cString: $0).split(separator: ",").compactMap { UInt64($0) }
  }

  @Test(
    "any data give documents whose structure is whole, that no validator and LibreOffice object to, and both formats say the same: 2,000 templates, 4,000 documents",
    arguments: 0..<(named == nil ? 4 : 1))
  func whole(batch: Int) throws {
    let seeds = Self.named ?? (250 * batch..<250 * (batch + 1)).map { UInt64($0) }
    var refused = 0
    var judged = JudgedDocuments()
    for seed in seeds {
      var random = RandomDrawing(seed: seed)
      let packages = [try random.drawing.word(), try random.drawing.openDocument()]
      let templates = packages.map { package in Result { try DocumentTemplate(package) } }
      guard case .success(let word) = templates[0], case .success(let openDocument) = templates[1] else {
        refused += 1
        for case .failure(let error) in templates { try Self.expectKnown(error, seed) }
        continue
      }
      for number in 0..<2 {
        let data = try RandomDrawing.mapping(random.data())
        var texts: [[String]] = []
        for (format, template) in [(OfficeFormat.docx, word), (.odt, openDocument)] {
          let bytes = try template.render(data)
          let package = try OfficePackage(bytes)
          let entry = format == .docx ? "word/document.xml" : "content.xml"
          let faults = StructureFaults.of(try XMLTree(parsing: package.bytes(of: entry)).root, format)
          #expect(faults == [], "seed \(seed), \(format)")
          texts.append(Self.lines(of: try package.plainText()))
          judged.add(bytes, format, "\(seed)-\(number)", lines: try package.content().shownLines)
        }
        #expect(texts[0] == texts[1], "seed \(seed)")
      }
    }
    // So that no change of the generator makes this a test of nothing.
    #expect(refused < max(1, seeds.count / 10))
    judged.expectValid()
    try judged.expectShown(every: 10)
  }

  /// The lines with something in them; OpenDocument folds the blanks of a template.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { line in
      (line.hasPrefix("\t") ? "\t" : "") + line.split { $0.isWhitespace }.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// What a random template may be refused for: a tag beside others that would come and go with its block.
  private static func expectKnown(_ error: any Error, _ seed: UInt64) throws {
    guard case TemplateError.faulty(let diagnostics) = error else { throw error }
    for one in diagnostics where !["text-beside-block-tag"].contains(one.message.code) {
      Issue.record("seed \(seed): \(one.text(in: .english))")
    }
  }
}
