import DataFiles
import Diagnostics
import FormChecks
import Forms
import TestSupport

/// The definitions in Templates.
let forms = FormLibrary(editions: ["2021", "2019", "2021-transitional"]) {
  TestFiles.bytes(TestFiles.projectFolder + "/Templates/" + $0)
}

/// The folder of this target's fixtures.
let fixtures = TestFiles.projectFolder + "/Tests/FormChecksTests/Fixtures"

/// Reads a report from the text of a report file.
func report(_ text: String, name: String = "r.yaml") throws(DataErrors) -> Report {
  try Report.read(Array(text.utf8), name: name, forms: forms)
}

/// `rule` of each finding, those that do not stop the report in brackets, accepted ones with a tilde.
func rules(_ findings: [Finding]) -> [String] {
  findings.map { finding in
    finding.acceptedBecause != nil ? "~\(finding.rule)" : finding.isError ? finding.rule : "(\(finding.rule))"
  }
}
