import TestSupport
import Testing

/// docxtpl's own templates, which lie beside the project, through the command.
@Suite("Parity with docxtpl")
struct ParityTests {
  static let python = "\(TestFiles.projectFolder)/.build/venv/bin/python"
  static let canRun =
    TestFiles.sharedFolder != nil && Command([python, "-c", "import docx, docxtpl"]).status == 0

  @Test(
    "docxtpl's templates give what docxtpl gives, or differ as intended; validators find nothing new, and LibreOffice shows the merged words",
    .enabled(if: canRun))
  func same() {
    let result = Command([
      Self.python, "\(TestFiles.projectFolder)/Tests/Parity/run.py", "\(TestFiles.productsFolder)/chengwen",
      "\(TestFiles.productsFolder)/chengwen-parity",
      "\(TestFiles.sharedFolder ?? "")/parity/docxtpl", "\(TestFiles.sharedFolder ?? "")/verify",
    ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let verdicts = result.output.split(separator: "\n").dropLast()
    #expect(verdicts.count == 38)
  }
}
