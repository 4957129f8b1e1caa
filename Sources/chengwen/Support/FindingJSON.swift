import Diagnostics
import FormChecks
import Forms
import TemplateLanguage

/// Findings as machines read them.
enum FindingJSON {
  /// A JSON array: what `DiagnosticJSON` has, first for the faults, then for the findings, these with `rule`,
  /// `level`, `cells` (each with `path`, `row`, `column`), `found`, `expected`, and `accepted`, the reason or null.
  static func array(_ faults: [Diagnostic], _ findings: [Finding], _ language: Language) -> String {
    let objects = faults.map { DiagnosticJSON.object($0, language) } + findings.map { object($0, language) }
    return Value.list(objects.map(Value.mapping)).json() ?? "[]"
  }

  private static func object(_ finding: Finding, _ language: Language) -> Mapping {
    var object = DiagnosticJSON.object(finding.diagnostic, language)
    object["rule"] = .string(finding.rule)
    object["level"] = .string(finding.level.rawValue)
    object["cells"] = .list(
      finding.cells.map { cell in
        .mapping([
          "path": .string(cell.path), "row": .list(cell.rowLabels.map { .string($0) }),
          "column": .string(cell.columnLabel),
        ])
      })
    object["found"] = text(finding.found)
    object["expected"] = text(finding.expected)
    object["accepted"] = text(finding.acceptedBecause)
    return object
  }

  private static func text(_ text: String?) -> Value { text.map { .string($0) } ?? .none }
}
