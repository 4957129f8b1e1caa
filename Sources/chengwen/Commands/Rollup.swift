import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import Filing
import FormChecks
import Forms
import OfficeDocument

struct Rollup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollup",
    abstract: "Add up units' reports into the county's. 把各单位的报告汇总成一份。",
    discussion: """
      The tables are added up cell by cell; the prose is left to be written. A unit that can't be read, is there \
      twice, is missing or has errors is named, and the status is then 1.
      """)

  @Argument(help: "The units' report files: YAML or JSON.")
  var files: [String]

  @Option(help: "Who is to report: a CSV file with a column `agency`, or a YAML list.")
  var roster: String?

  @Option(name: .shortAndLong, help: "Where to write; - is standard output. By default rollup.yaml here.")
  var output: String?

  @Option(help: "The county's full name, to be written into its report.")
  var agency: String?

  @Option(help: "The edition of the form to add up on; by default that of most units.")
  var edition: String?

  @Option(
    help: "A county report that there is already: where it differs from its units, and whose figures do it.")
  var checkTotal: String?

  @Option(help: "A .docx or .odt file to write: a table of the units by their main figures.")
  var appendix: String?

  @OptionGroup var replacing: OverwriteOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("no report file is named") }
    if let appendix, OfficeFormat(ending: appendix) == nil {
      throw ValidationError("--appendix must name a .docx or .odt file")
    }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    var units = UnitReports()
    for file in files { units.read(file) }
    var findings = units.findings
    let expected = try roster.map { try inputs.roster(at: $0) }
    if let expected { findings += expected.findings(for: units.reports) }
    guard let name = edition ?? ReportSum.edition(of: units.reports) else {
      common.console.report(findings)
      throw units.status.code ?? Status.faulty
    }
    let sum = ReportSum(of: units.reports, on: try inputs.definition(name))
    findings += sum.findings
    if let checkTotal {
      let total = try inputs.report(at: checkTotal, edition: nil)
      findings += FormChecks.findings(in: total, asSumOf: units.reports).map(\.diagnostic)
    }
    // With --check-total or --appendix alone no report is asked for.
    let path = output ?? (checkTotal == nil && appendix == nil ? "rollup.yaml" : nil)
    let refusal = path.map(replacing.refusal) ?? []
    common.console.report(findings + refusal)
    guard refusal.isEmpty else { throw Status.unusable }
    if let path {
      let draft = sum.draft(agency: agency, year: units.year)
      try inputs.write(Array(draft.yaml(comments: true).utf8), to: path)
      if path != Files.standardStream { common.console.note(path) }
    }
    if let appendix {
      let table = UnitTable(
        of: sum, roster: expected?.agencies ?? [], agency: agency, year: units.year)
      try inputs.write(try document(table, appendix, inputs), to: appendix)
      common.console.note(appendix)
    }
    if let status = units.status.code { throw status }
    if findings.contains(where: { $0.severity == .error }) { throw Status.faulty }
  }

  private func document(_ table: UnitTable, _ path: String, _ inputs: Inputs) throws -> [UInt8] {
    do throws(TemplateError) {
      if let format = OfficeFormat(ending: path), let template = try UnitTable.template(format) {
        return try table.document(template)
      }
    } catch {
      throw inputs.failure(error, file: nil)
    }
    throw Status.unusable
  }
}

/// The units' reports as they come in.
private struct UnitReports {
  private(set) var reports: [Report] = []
  private(set) var findings: [Diagnostic] = []
  private(set) var status = WorstStatus()
  private var files: [String: String] = [:]

  /// The year of the first unit.
  var year: Int? { reports.first?.year }

  mutating func read(_ path: String) {
    do throws(ReportFailure) {
      add(try ReportFile.read(path), path)
    } catch {
      findings += error.diagnostics
      status.add(error.status)
    }
  }

  private mutating func add(_ report: Report, _ path: String) {
    // A second report of a unit is not added, else it would count twice.
    if let first = files[report.agency] {
      findings.append(
        Diagnostic(.error, .unitTwice(report.agency, first: first), at: report.source.place("agency")))
      return
    }
    files[report.agency] = path
    if let year, report.year != year {
      findings.append(Diagnostic(.error, .otherYear(report.agency, year), at: report.source.place("year")))
      return
    }
    if !report.definition.years.contains(report.year) {
      findings.append(
        Diagnostic(.warning, .editionNotInForce(report.agency), at: report.source.place("edition")))
    }
    for finding in FormChecks.findings(in: report) where finding.isError {
      findings.append(finding.diagnostic)
    }
    reports.append(report)
  }
}
