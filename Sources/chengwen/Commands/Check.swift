import ArgumentParser
import DataFiles
import Diagnostics
import Filing
import FormChecks
import Forms

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check report files: sums, balances, prose against tables. 检查报告：勾稽关系、文字与表格是否一致。",
    discussion: """
      Prints every finding with its rule, its place and both figures, and ends with status 1 if one is an error.
      A finding is accepted by a line in the report file: accept: [{rule: carry-over, because: 机构改革}]
      """)

  @Argument(help: "Report files: YAML or JSON.")
  var files: [String]

  @Option(
    help: """
      The report of the year before, for what is carried over. With several FILEs it may be given several times; \
      each goes with the FILE of the same agency.
      """)
  var previous: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "The units' reports of which the one FILE is the sum: every figure is added up and compared.")
  var units: [String] = []

  @OptionGroup var jobs: JobOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("no report file is named") }
    if !units.isEmpty, files.count > 1 { throw ValidationError("--units goes with one FILE only") }
  }

  func run() throws {
    var outcome = CheckOutcome()
    let earlier = previous.compactMap { outcome.report(at: $0) }
    let parts = units.compactMap { outcome.report(at: $0) }
    // With a unit missing every sum would be wrong.
    let isComplete = parts.count == units.count
    let units = units.isEmpty || !isComplete ? nil : parts
    let isAlone = files.count == 1 && earlier.count == 1
    var rest = files[...]
    Workers.run(jobs: jobs.count(for: files.count)) {
      rest.popFirst()
    } work: { file in
      CheckedFile(file) { report in
        let before = isAlone ? earlier.first : earlier.first { $0.agency == report.agency }
        let sums = units.map { FormChecks.findings(in: report, asSumOf: $0) } ?? []
        return FormChecks.findings(in: report, previous: before) + sums
      }
    } take: {
      outcome.add($0)
    }
    outcome.print(to: common.console)
    if let status = outcome.status.code { throw status }
  }
}

/// A file with what the checks find in it.
private struct CheckedFile: Sendable {
  let content: Result<[Finding], ReportFailure>

  init(_ path: String, _ findings: (Report) -> [Finding]) {
    do throws(ReportFailure) {
      content = .success(findings(try ReportFile.read(path)))
    } catch {
      content = .failure(error)
    }
  }
}

/// What the checks of one run came to.
private struct CheckOutcome {
  private var faults: [Diagnostic] = []
  private var findings: [Finding] = []
  private var reports = 0
  private(set) var status = WorstStatus()

  mutating func report(at path: String) -> Report? {
    do throws(ReportFailure) {
      let report = try ReportFile.read(path)
      reports += 1
      return report
    } catch {
      add(error)
      return nil
    }
  }

  mutating func add(_ file: CheckedFile) {
    switch file.content {
    case .failure(let failure): add(failure)
    case .success(let found):
      reports += 1
      add(found)
    }
  }

  private mutating func add(_ failure: ReportFailure) {
    if failure.status != Status.unusable { reports += 1 }
    faults += failure.diagnostics
    status.add(failure.status)
  }

  private mutating func add(_ found: [Finding]) {
    findings += found
    if found.contains(where: \.isError) { status.add(Status.faulty) }
  }

  /// Prints what can't be read to standard error and the findings to standard output; as JSON, one array of all.
  func print(to console: Console) {
    switch console.format {
    case .json: Swift.print(FindingJSON.array(faults, findings, console.language))
    case .text:
      console.report(faults)
      for finding in findings { Swift.print(finding.diagnostic.text(in: console.language)) }
      let open = findings.filter { $0.acceptedBecause == nil }
      let counts = Diagnostic.Severity.allCases.map { level in open.filter { $0.level == level }.count }
      let accepted = findings.count - open.count
      console.say(
        chinese:
          "共 \(reports) 份报告：错误 \(counts[0] + faults.count)，警告 \(counts[1])，提醒 \(counts[2])，已接受 \(accepted)",
        english:
          "\(reports) reports: \(counts[0] + faults.count) errors, \(counts[1]) warnings, \(counts[2]) notices, \(accepted) accepted"
      )
    }
  }
}
