import Diagnostics
import Forms

/// `fee-statement`: section six says nothing on 信息处理费; reports for 2021 and later say so also when none was charged.
struct FeeStatement: Rule {
  let id = "fee-statement"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    guard subject.report.year >= OldForm.firstYear else { return [] }
    // 其他需要报告的事项; some offices tell it with the applications instead.
    guard !subject.paragraphs.contains(where: { $0.text.mentions("信息处理费") }) else { return [] }
    let other = subject.sections["other"] ?? []
    guard !other.contains(where: { $0.text.mentions(anyOf: ["收费", "收取", "费用"]) }) else { return [] }
    return [
      finding(
        .noFeeStatement, in: subject, path: other.first?.path ?? "sections",
        spot: subject.spot(ofSection: "other"))
    ]
  }
}
