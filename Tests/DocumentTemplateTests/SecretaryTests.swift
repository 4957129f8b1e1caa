import DataFiles
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("templates drawn for secretary", .enabled(if: TestFiles.sharedFolder != nil))
struct SecretaryTests {
  private static var bench: String { (TestFiles.sharedFolder ?? "") + "/bench/" }

  private func fill(_ name: String) throws -> [UInt8] {
    let data = try DataFile.read(TestFiles.bytes(Self.bench + "report.json") ?? [], name: "report.json")
    guard case .mapping(let mapping) = data.value else { return [] }
    let package = try OfficePackage(try #require(TestFiles.bytes(Self.bench + name)))
    return try DocumentTemplate(package, name: name).render(mapping)
  }

  @Test("a report with tags as input fields says what the same says in Word")
  func report() throws {
    let document = try OfficePackage(fill("report_secretary.odt"))
    #expect(try document.plainText() == OfficePackage(fill("report_docxtpl.docx")).plainText())
    let content = String(decoding: try document.bytes(of: "content.xml"), as: UTF8.self)
    #expect(!content.contains("text:text-input") && !content.contains("{{") && !content.contains("{%"))
  }

  @Test("the validators find nothing new in it")
  func valid() throws {
    let scratch = ScratchFolder()
    scratch.write("report.odt", try fill("report_secretary.odt"))
    let findings = Validators.findings(
      in: [scratch.path + "/report.odt"], format: "odt",
      options: ["--baseline", Self.bench + "report_secretary.odt"])
    #expect(findings == "")
  }
}
