import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("Laid out reports, validated", .enabled(if: Validators.areHere))
struct ValidSpecimenTests {
  @Test(
    "the validators find nothing, however a report is signed, drafted or turned",
    arguments: OfficeFormat.allCases)
  func valid(format: OfficeFormat) throws {
    let scratch = ScratchFolder()
    let template = try #require(try BuiltInForms.template(edition: "2021", format))
    let paths = try Specimens.Name.allCases.map { name in
      let values = try Specimens.report(name).printValues(try Specimens.options(name))
      let file = "\(name.rawValue).\(format.rawValue)"
      scratch.write(file, try template.render(values))
      return "\(scratch.path)/\(file)"
    }
    switch format {
    case .docx:
      #expect(Validators.findings(in: paths, format: "docx") == "")
      #expect(Validators.findings(in: paths, format: "docx", options: ["--2008"]) == "")
      if Validators.sdkIsHere { #expect(Validators.sdkFindings(in: paths) == "") }
    case .odt:
      #expect(Validators.findings(in: paths, format: "odt", options: ["--strict"]) == "")
    }
  }
}
