import Diagnostics

/// Data that the template does not use.
struct UnusedData: LintRule {
  let code = "unused-data"
  let title = (chinese: "模板没有用到的数据", english: "data the template does not use")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    guard let template = subject.template, let data = subject.data else { return [] }
    return template.check(data.values).filter { $0.message.code == code }
      .map { LintFinding($0.message, at: data.place($0)) }
  }
}
