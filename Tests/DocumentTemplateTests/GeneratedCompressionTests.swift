import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Templates made up at random, rendered both ways.
struct GeneratedCompressionTests {
  @Test(
    "what random templates write unpacks the same whether the template's own code or zlib packed it: 3,000 documents",
    arguments: 0..<30)
  func sameParts(_ batch: Int) throws {
    var rendered = 0
    for seed in 0..<25 {
      var document = RandomDocument(seed: UInt64(1000 * batch + seed))
      let template = try DocumentTemplate(WordFile.package(document.body))
      for _ in 0..<4 {
        let data = document.data()
        let fast = try OfficePackage(template.render(data))
        let plain = try OfficePackage(
          template.render(data, options: RenderOptions(compression: .zlib(level: 1))))
        for entry in plain.entries {
          #expect(
            try fast.bytes(of: entry.name) == plain.bytes(of: entry.name), "seed \(seed): \(entry.name)")
        }
        rendered += 1
      }
    }
    #expect(rendered == 100)
  }
}
