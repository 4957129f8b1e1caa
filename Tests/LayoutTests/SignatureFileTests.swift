import DataFiles
import Diagnostics
import Filing
import Forms
import Testing

@Suite("`signature` in a report file")
struct SignatureFileTests {
  @Test("what is wrong with it is said with its code")
  func faults() throws {
    let cases: [(String, String)] = [
      ("  mode: sealed", "unknown-choice"),
      ("  seal_diametre: 42", "unknown-key"),
      ("  seal_diameter: 4", "millimetres-expected"),
      ("  seal_diameter: big", "millimetres-expected"),
      ("  stamp_height: 41", "millimetres-expected"),
      ("  guide: maybe", "flag-expected"),
      ("  hand_signature: [a]", "text-expected"),
      ("  agencies: 甲", "list-expected"),
      ("  agencies: [{seal: a.png}]", "missing-key"),
      ("  agencies: [{name: 甲, sel: a.png}]", "unknown-key"),
      ("  seal: a.png\n  agencies: [甲, 乙]", "not-with-agencies"),
      ("  mode: seal\nlayout: {review: sideways}", "unknown-choice"),
      ("  mode: seal\nlayout: {applications: landscape}", "unknown-key"),
      ("  mode: seal\nlayout: landscape", "mapping-expected"),
      ("  agencies: [\((1...31).map { "机关\($0)" }.joined(separator: ", "))]", "too-many-agencies"),
    ]
    for (signature, code) in cases {
      let error = #expect(throws: DataErrors.self) { try Reports.county(signature: signature) }
      #expect(error?.diagnostics.map(\.message.code) == [code], "\(signature)")
    }
  }

  @Test("a report with every field of it is the same when it is written and read again")
  func roundTrip() throws {
    for signature in [
      "  mode: stamp\n  head_title: 县长\n  stamp: 签名章.png\n  stamp_width: 30\n  hand_signature: 经办人：",
      "  agencies: [甲, {name: 乙, seal: a.png, head_title: 局长}]\n  guide: true\n  seal_diameter: 45",
      "  hand_signature: true", "  mode: seal\nlayout: {review: landscape}",
    ] {
      let report = try Reports.county(signature: signature, title: "[云岭县, 2023年报告]")
      let again = try Report.read(
        Array(report.yaml(comments: true).utf8), name: "r.yaml", forms: BuiltInForms.library)
      #expect(again == report)
      #expect(again.signature == report.signature)
      #expect(again.layout == report.layout)
    }
  }

  @Test("a title's own lines are kept, as a list or as lines of text; one line is none")
  func title() throws {
    #expect(try Reports.county(title: "[云岭县, 报告]").titleLines == ["云岭县", "报告"])
    #expect(try Reports.county(title: "|\n  云岭县\n  报告").titleLines == ["云岭县", "报告"])
    #expect(try Reports.county(title: "\"云岭县\\n报告\"").title == "云岭县报告")
    #expect(try Reports.county(title: "云岭县报告").titleLines.isEmpty)
    #expect(throws: DataErrors.self) { try Reports.county(title: "[]") }
  }
}
