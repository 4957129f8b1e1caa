import Diagnostics
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
        var options = RenderOptions()
        options.limits.outputBytes = 4 << 20
        let written: [UInt8]
        do throws(TemplateError) {
          written = try template.render(data, options: options)
        } catch {
          // Loops in loops over lists added up can write more than is worth comparing.
          #expect(error.diagnostics(file: nil).map(\.message.code) == ["too-much-output"], "seed \(seed)")
          continue
        }
        options.compression = .zlib(level: 1)
        let (fast, plain) = try (
          OfficePackage(written), OfficePackage(template.render(data, options: options))
        )
        for entry in plain.entries {
          #expect(
            try fast.bytes(of: entry.name) == plain.bytes(of: entry.name), "seed \(seed): \(entry.name)")
        }
        rendered += 1
      }
    }
    #expect(rendered >= 50)
  }
}
