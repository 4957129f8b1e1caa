import ArgumentParser
import Diagnostics
import TemplateLanguage

/// What a batch came to.
struct BatchSummary {
  /// More messages than anybody reads.
  private static let mostShown = 200

  private let console: Console
  private let started = Clock.seconds()
  private(set) var records = 0
  private var written = 0
  private var unchanged = 0
  private var failures: [Value] = []
  private var diagnostics: [Diagnostic] = []
  private var shown = 0
  private(set) var status = WorstStatus()

  init(_ console: Console) { self.console = console }

  mutating func add(_ outcome: BatchWork.Outcome) {
    records += 1
    switch outcome {
    case .written: written += 1
    case .unchanged: unchanged += 1
    case .failed(let number, let diagnostics, let isUnwritable):
      failures.append(.int(number))
      report(diagnostics, isUnwritable ? Status.unusable : Status.faulty)
    }
  }

  /// Says what is wrong with one record, or with the records as a whole.
  mutating func report(_ found: [Diagnostic], _ code: ExitCode) {
    status.add(code)
    if console.format == .json {
      diagnostics += found
      return
    }
    for diagnostic in found {
      if shown < Self.mostShown { console.report([diagnostic]) }
      if shown == Self.mostShown {
        console.say(
          chinese: "错误太多，其余不再显示；--format json 列出全部", english: "there are more errors; --format json lists all"
        )
      }
      shown += 1
    }
  }

  /// Prints it: a sentence to standard error, or a JSON object to standard output.
  func print() {
    let seconds = (Clock.seconds() - started) * 10
    let time = "\(Int(seconds) / 10).\(Int(seconds) % 10)"
    switch console.format {
    case .text:
      console.say(
        chinese: "共 \(records) 条记录：生成 \(written)，未变 \(unchanged)，出错 \(failures.count)；用时 \(time) 秒",
        english:
          "\(records) records: \(written) written, \(unchanged) unchanged, \(failures.count) failed; \(time) s"
      )
    case .json:
      let errors = diagnostics.map { Value.mapping(DiagnosticJSON.object($0, console.language)) }
      let summary: Mapping = [
        "records": .int(records), "written": .int(written), "unchanged": .int(unchanged),
        "failed": .int(failures.count), "failed_records": .list(failures), "diagnostics": .list(errors),
      ]
      Swift.print(Value.mapping(summary).json() ?? "{}")
    }
  }
}
