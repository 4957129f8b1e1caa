import Diagnostics
import TemplateLanguage

/// Diagnostics as machines read them.
enum DiagnosticJSON {
  /// A JSON array with an object for each diagnostic: `severity`, `code`, `message`, `file`, `place`, `line`,
  /// `column`, `trace`, `alsoIn`, `more`, `related`, `hint`, `excerpt`; what there is none of is null.
  static func array(_ diagnostics: [Diagnostic], _ language: Language) -> String {
    Value.list(diagnostics.map { .mapping(object($0, language)) }).json() ?? "[]"
  }

  /// The object for one diagnostic.
  static func object(_ diagnostic: Diagnostic, _ language: Language) -> Mapping {
    var line = Value.none
    var column = Value.none
    if case .line(let number, let position) = diagnostic.place.spot {
      line = .int(number)
      column = .int(position)
    }
    let spot = Place(diagnostic.place.spot).text(in: language)
    return [
      "severity": .string(diagnostic.severity.rawValue),
      "code": .string(diagnostic.message.code),
      "message": .string(diagnostic.message.text(in: language)),
      "file": text(diagnostic.place.file),
      "place": text(spot.isEmpty ? nil : spot),
      "line": line,
      "column": column,
      "trace": .list(diagnostic.trace.map { .string($0) }),
      "alsoIn": .list(diagnostic.alsoIn.map { .list($0.map { .string($0) }) }),
      "more": .int(diagnostic.more),
      "related": .list(diagnostic.related.map { .string($0.text(in: language)) }),
      "hint": text(diagnostic.message.hintText(in: language)),
      "excerpt": text(diagnostic.excerpt?.text),
    ]
  }

  private static func text(_ text: String?) -> Value { text.map { .string($0) } ?? .none }
}
