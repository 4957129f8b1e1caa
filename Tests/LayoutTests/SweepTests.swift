import Filing
import Forms
import OfficeDocument
import Testing

/// The last section grown a line at a time over more than two pages, each way to sign, both formats.
@Suite("Reports of every length", .enabled(if: Printer.isHere))
struct SweepTests {
  private static let lengths = 1...60
  /// Of a joint issue as many as there are lines on a page.
  private static let jointLengths = 1...22
  private static let joint = (
    text: "  agencies: [云岭县人民政府, 云岭县财政局, 云岭县司法局]", signer: "云岭县人民政府云岭县财政局云岭县司法局"
  )
  private static let signatures: [(mode: Report.Signature.Mode, text: String, signer: String)] = [
    (.seal, "  mode: seal", "云岭县人民政府"),
    (.plain, "  mode: plain", "云岭县人民政府"),
    (.stamp, "  mode: stamp\n  head_title: 县长", "县长"),
  ]
  private static let date = "2024年1月26日"

  @Test(
    "name and date stay together with text above them, on the last page", arguments: OfficeFormat.allCases)
  func lengths(format: OfficeFormat) throws {
    var cases: [(name: String, signer: String, report: Report)] = []
    for signature in Self.signatures {
      var report = try Reports.county(signature: signature.text)
      for length in Self.lengths {
        report.sections["other"] = GrownProse.paragraphs(lines: length)
        cases.append(("\(signature.mode) \(length)", signature.signer, report))
      }
    }
    var joint = try Reports.county(signature: Self.joint.text)
    for length in Self.jointLengths {
      joint.sections["other"] = GrownProse.paragraphs(lines: length)
      cases.append(("joint \(length)", Self.joint.signer, joint))
    }
    let pdfs = try Printer.print(cases.map { ($0.report, PrintOptions()) }, as: format)
    #expect(pdfs.count == Self.lengths.count * Self.signatures.count + Self.jointLengths.count)
    for (item, pdf) in zip(cases, pdfs) {
      try check(item.name, signer: item.signer, pages: try PDFPage.pages(of: pdf), of: item.report)
    }
  }

  private func check(_ name: String, signer: String, pages: [PDFPage], of report: Report) throws {
    let lines = try #require(pages.last).body
    let place = try #require(lines.firstIndex { $0.text == signer }, "\(name): no signer on the last page")
    #expect(lines.last?.text == Self.date, "\(name): the date")
    #expect(lines.count == place + 2, "\(name): nothing stands between name and date")
    #expect(place >= 2, "\(name): two lines of text at least with the signature")
    #expect(
      (lines.last?.bottom.millimetres ?? 297) <= MeasuringTests.block.bottom, "\(name): inside the text block"
    )
    // The signature is on no other page.
    for page in pages.dropLast() {
      #expect(!page.body.contains { $0.text == Self.date || $0.text == signer }, "\(name): split")
    }
    // No line begins with what belongs to the one before (GB/T 15834—2011, 5.1).
    for line in pages.flatMap(\.body) {
      #expect(!"，。、；：？！）》”".contains(line.text.prefix(1)), "\(name): \(line.text)")
    }
    // All of the text has been printed.
    let printed = pages.flatMap(\.body).map(\.text).joined()
    #expect(printed.contains(try #require(report.sections["other"]).joined()), "\(name): text lost")
  }
}
