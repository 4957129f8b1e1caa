import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("Rendered reports")
struct DocumentTests {
  @Test("rendering twice gives the same bytes", arguments: Examples.names, OfficeFormat.allCases)
  func reproducible(name: String, format: OfficeFormat) throws {
    let report = try Examples.report(name)
    #expect(try Examples.document(report, format) == Examples.document(report, format))
  }

  @Test("eight tasks at once give the same bytes", arguments: OfficeFormat.allCases)
  func concurrent(format: OfficeFormat) async throws {
    let report = try Examples.report("county-2023.yaml")
    let template = try #require(try BuiltInForms.template(edition: "2021", format))
    let values = report.printValues()
    let alone = try template.render(values)
    let together = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try template.render(values) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 8)
    #expect(together.allSatisfy { $0 == alone })
  }

  @Test("every figure of the report stands in the document", arguments: OfficeFormat.allCases)
  func figures(format: OfficeFormat) throws {
    let report = try Examples.report("county-2023.yaml")
    let text = try OfficePackage(try Examples.document(report, format)).plainText()
    let cells = Set(text.split(separator: "\n").filter { $0.hasPrefix("\t") }.map { $0.dropFirst() })
    for figure in report.figures { #expect(cells.contains(Substring(figure.text))) }
  }

  @Test(
    "independent programs read the official matrix back", .enabled(if: Examples.hasPython),
    arguments: ["sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml"], OfficeFormat.allCases)
  func matrix(name: String, format: OfficeFormat) throws {
    let report = try Examples.report(name)
    let scratch = ScratchFolder()
    let path = Examples.file(try Examples.document(report, format), "report.\(format.rawValue)", in: scratch)
    let script = "\(TestFiles.projectFolder)/Tests/Scripts/read_matrix_\(format.rawValue).py"
    let result = Command([Examples.python, script, "--edition", report.definition.edition, path])
    #expect(result.status == 0, "\(result.errors)")
    if report.definition.edition != "2019" {
      #expect(result.output.contains("\"rows\": 28"))
      #expect(result.output.contains("\"columns\": 10"))
    }
  }

  @Test("the validators find nothing in any output or template", .enabled(if: Validators.areHere))
  func valid() throws {
    let scratch = ScratchFolder()
    var paths: [OfficeFormat: [String]] = [:]
    for format in OfficeFormat.allCases {
      for name in Examples.names {
        let bytes = try Examples.document(try Examples.report(name), format)
        paths[format, default: []].append(Examples.file(bytes, "\(name).\(format.rawValue)", in: scratch))
      }
      for edition in BuiltInForms.library.editions {
        let package = try #require(try BuiltInForms.package(edition: edition, format))
        let bytes = try package.write(replacing: [:])
        paths[format, default: []].append(Examples.file(bytes, "\(edition).\(format.rawValue)", in: scratch))
      }
    }
    let (word, text) = (paths[.docx] ?? [], paths[.odt] ?? [])
    #expect(word.count == 7 && text.count == 7)
    #expect(Validators.findings(in: word, format: "docx") == "")
    #expect(Validators.findings(in: word, format: "docx", options: ["--2008"]) == "")
    #expect(Validators.findings(in: text, format: "odt", options: ["--strict"]) == "")
    if Validators.sdkIsHere { #expect(Validators.sdkFindings(in: word) == "") }
  }
}
