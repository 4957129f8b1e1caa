import DataFiles
import Diagnostics
import Forms

/// What a report accepts, and why: `accept: [{rule: …, because: …}]`, or one such mapping.
///
/// `cell` narrows it to the findings about one cell: `cell: applications.results.total.natural`.
struct Acceptance {
  fileprivate struct Entry {
    var rule: String
    var cell: String?
    var because: String
    var place: Place
  }

  private let report: Report
  private let hasPrevious: Bool
  /// The rules that were run; nil for all that need no units' reports.
  private let ran: Set<String>?
  private var entries: [Entry] = []
  private var faults: [Finding] = []

  init(of report: Report, hasPrevious: Bool = false, only ran: Set<String>? = nil) {
    self.report = report
    self.hasPrevious = hasPrevious
    self.ran = ran
    guard let node = report.accepted, !node.isNull else { return }
    for item in node.items ?? [node] { read(item) }
  }

  /// The findings, the accepted ones marked, with what is wrong with `accept`.
  func applied(to findings: [Finding]) -> [Finding] {
    var findings = findings
    var used: Set<Int> = []
    for index in findings.indices {
      for (number, entry) in entries.enumerated() where entry.matches(findings[index]) {
        used.insert(number)
        if findings[index].acceptedBecause == nil { findings[index].acceptedBecause = entry.because }
      }
    }
    let unused = entries.enumerated().filter { !used.contains($0.offset) && wasRun($0.element.rule) }
    return findings + (ran == nil ? faults : [])
      + unused.map { _, entry in
        Finding(
          "accept-unused", .warning, .acceptUnused(entry.rule, known: knownRules), at: entry.place,
          spot: .accept)
      }
  }

  private var knownRules: [String] {
    report.definition.rules.map(\.id) + FormChecks.rules.map(\.id) + [Rollup.ruleID]
  }

  /// Whether a rule could have found something.
  private func wasRun(_ rule: String) -> Bool {
    if let ran { return ran.contains(rule) }
    if rule == Rollup.ruleID { return false }
    let needsPrevious = report.definition.rules.contains { $0.id == rule && $0.needsPrevious }
    return !needsPrevious || hasPrevious
  }

  // MARK: Reading

  private mutating func read(_ node: DataNode) {
    guard let fields = node.entries else { return fault(.acceptShape, at: node.position) }
    var texts: [String: String] = [:]
    for field in fields {
      guard ["rule", "cell", "because"].contains(field.key) else {
        fault(.acceptUnknownKey(field.key), at: field.keyPosition)
        continue
      }
      if let text = field.value.text, text.utf8.contains(where: { $0 > 0x20 }) {
        texts[field.key] = text
      } else {
        fault(.acceptText(field.key), at: field.value.position)
      }
    }
    for key in ["rule", "because"] where !fields.contains(where: { $0.key == key }) {
      fault(.acceptMissing(key), at: node.position)
    }
    guard let rule = texts["rule"], let because = texts["because"] else { return }
    if fields.contains(where: { $0.key == "cell" }), texts["cell"] == nil { return }
    entries.append(Entry(rule: rule, cell: texts["cell"], because: because, place: place(node.position)))
  }

  private mutating func fault(_ message: Message, at position: Position) {
    faults.append(Finding("accept", .error, message, at: place(position), spot: .accept))
  }

  private func place(_ position: Position) -> Place {
    Place(file: report.source.file, .line(position.line, column: position.column))
  }
}

extension Acceptance.Entry {
  fileprivate func matches(_ finding: Finding) -> Bool {
    guard finding.rule == rule else { return false }
    guard let cell else { return true }
    return finding.cells.contains { $0.path == cell || "tables.\($0.path)" == cell }
  }
}
