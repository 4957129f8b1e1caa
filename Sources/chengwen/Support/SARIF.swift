import Diagnostics
import DocumentTemplate
import TemplateLanguage

/// Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0).
enum SARIF {
  /// One run with all findings. A place in a document is a logical location (3.33), since a document has no lines.
  static func text(
    _ findings: [Diagnostic], _ rules: [TemplateLint.Rule], _ language: Language
  ) -> String {
    let known = Set(rules.map(\.code))
    var descriptions = rules.map { rule in
      Value.mapping([
        "id": .string(rule.code),
        "shortDescription": [
          "text": .string(language == .chinese ? rule.chineseTitle : rule.englishTitle)
        ],
        "defaultConfiguration": ["level": .string(level(rule.severity))],
      ])
    }
    var errors: Set<String> = []
    for finding in findings where !known.contains(finding.message.code) {
      guard errors.insert(finding.message.code).inserted else { continue }
      descriptions.append(.mapping(["id": .string(finding.message.code)]))
    }
    let driver: Value = [
      "name": "chengwen", "version": .string(Version.text), "rules": .list(descriptions),
    ]
    let run: Value = [
      "tool": ["driver": driver],
      "columnKind": "unicodeCodePoints",
      "results": .list(findings.map { .mapping(result($0, language)) }),
    ]
    let log: Value = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    ]
    return log.json(indent: 2) ?? ""
  }

  private static func result(_ finding: Diagnostic, _ language: Language) -> Mapping {
    var text = finding.message.text(in: language)
    if let hint = finding.message.hintText(in: language) {
      text += language == .chinese ? "。\(hint)" : ". \(hint)"
    }
    var result: Mapping = [
      "ruleId": .string(finding.message.code), "level": .string(level(finding.severity)),
      "message": ["text": .string(text)],
      "locations": [.mapping(location(finding.place, finding.excerpt, language))],
    ]
    if !finding.related.isEmpty {
      result["relatedLocations"] = .list(
        finding.related.map { .mapping(location($0, nil, language)) })
    }
    return result
  }

  private static func location(_ place: Place, _ excerpt: Excerpt?, _ language: Language) -> Mapping {
    var physical: Mapping = ["artifactLocation": ["uri": .string(address(place.file ?? ""))]]
    if case .line(let line, let column) = place.spot {
      physical["region"] = ["startLine": .int(line), "startColumn": .int(column)]
    }
    var location: Mapping = ["physicalLocation": .mapping(physical)]
    let spot = Place(place.spot).text(in: language)
    if !spot.isEmpty { location["logicalLocations"] = [["fullyQualifiedName": .string(spot)]] }
    if let excerpt { location["message"] = ["text": .string(excerpt.text)] }
    return location
  }

  /// A file's path as a relative reference (RFC 3986, 4.2).
  private static func address(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The level for a severity (3.27.10).
  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .notice: "note"
    }
  }
}
