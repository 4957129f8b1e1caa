import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TemplateLanguage
import Testing

/// "当公文排版后所剩空白处不能容下印章或签发人签名章、成文日期时，可以采取调整行距、字距的措施解决" (GB/T 9704—2012, 7.3.5.5).
@Suite("Spacing adjusted for the signature")
struct SpacingTests {
  private static let modes = ["  mode: seal", "  mode: plain", "  mode: stamp\n  head_title: 县长"]

  private static func report(_ mode: String, lines: Int) throws -> Report {
    var report = try Reports.county(signature: mode)
    report.sections["other"] = GrownProse.paragraphs(lines: lines)
    return report
  }

  /// The height of lines of the last section, in points, where it is adjusted; the gap above the signature.
  private static func spacing(
    _ report: Report, _ options: PrintOptions = PrintOptions()
  ) throws -> (line: Double?, gap: Double) {
    let printed = try Printed(report, options)
    let sections = try Printed.mapping(printed.layout["sections"])
    let heights = try Printed.paragraphs(sections["other"]).map { $0.layout?.lineHeight?.emu }
    // All paragraphs have the same.
    #expect(Set(heights).count == 1)
    return (
      heights.first.flatMap { $0 }.map { Double($0) / 12_700 }, try #require(try printed.signers.first).before
    )
  }

  @Test("lines are seven in a hundred closer at most, and only for some lengths", arguments: modes)
  func bounds(mode: String) throws {
    var adjusted = 0
    for lines in 1...60 {
      guard let line = try Self.spacing(try Self.report(mode, lines: lines)).line else { continue }
      adjusted += 1
      #expect(line >= 27)
      #expect(line < 28.95)
    }
    #expect(adjusted > 0)
    #expect(adjusted < 20)
  }

  @Test("a seal comes closer to the text before lines do, its top no nearer than a point")
  func sealGap() throws {
    let gaps = try (1...60).map { try Self.spacing(try Self.report("  mode: seal", lines: $0)).gap }
    #expect(Set(gaps).count == 2)
    // A seal of 42 mm begins 37.8 points above the name.
    let least = try #require(gaps.min())
    #expect(least > 38.5)
    #expect(least < 39.5)
  }

  @Test("nothing is adjusted where that is not wanted, nor on a form that keeps its spacing")
  func unadjusted() throws {
    for lines in 1...60 {
      let report = try Self.report("  mode: plain", lines: lines)
      #expect(try Self.spacing(report, PrintOptions(adjustsSpacing: false)).line == nil)
      let (kept, _) = report.transfer(to: try BuiltInForms.library.definition("2021-transitional"))
      #expect(try Self.spacing(kept).line == nil)
    }
  }

  @Test(
    "where it is adjusted, a page less is printed, and the signature is on it with its text",
    .enabled(if: Printer.isHere), arguments: OfficeFormat.allCases)
  func printed(format: OfficeFormat) throws {
    var reports: [Report] = []
    for mode in Self.modes {
      let found = try (1...60).lazy.map { try Self.report(mode, lines: $0) }.filter {
        let (line, gap) = try Self.spacing($0)
        let usual = try Self.spacing($0, PrintOptions(adjustsSpacing: false))
        return line != nil || gap != usual.gap
      }
      #expect(!found.isEmpty)
      reports += found.prefix(4)
    }
    let adjusted = try Printer.print(reports.map { ($0, PrintOptions()) }, as: format).map(PDFPage.pages)
    let usual = try Printer.print(
      reports.map { ($0, PrintOptions(adjustsSpacing: false)) }, as: format
    ).map(PDFPage.pages)
    for (adjusted, usual) in zip(adjusted, usual) {
      #expect(adjusted.count == usual.count - 1)
      let lines = try #require(adjusted.last).body
      #expect(lines.last?.text == "2024年1月26日")
      #expect(lines.count >= 4)
      #expect((lines.last?.bottom.millimetres ?? 297) <= MeasuringTests.block.bottom)
    }
  }
}
