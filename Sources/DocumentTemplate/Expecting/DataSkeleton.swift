public import Diagnostics

extension DocumentTemplate {
  /// A data file to fill in, as YAML: every name the template uses, with an empty value of its kind, and comments in
  /// `language` that say what each is and where it is used first. As it is, it fills the template without errors,
  /// unless that has pictures to replace.
  public func skeleton(in language: Language) -> String {
    var writer = SkeletonWriter(language: language)
    writer.write(data, indent: 0)
    return writer.text.isEmpty ? "{}\n" : writer.text
  }
}

private struct SkeletonWriter {
  let language: Language
  private(set) var text = ""

  init(language: Language) { self.language = language }

  mutating func write(_ fields: [DataField], indent: Int, first: String? = nil) {
    var lead = first
    for field in fields {
      let start = lead ?? String(repeating: " ", count: indent)
      lead = nil
      let key = field.name == "*" ? (language == .chinese ? "名称" : "name") : field.name
      write(field, "\(start)\(Self.key(key)):", indent: indent)
    }
  }

  /// A field behind what introduces it: its key, or the dash of a list.
  private mutating func write(_ field: DataField, _ lead: String, indent: Int) {
    switch field.kind {
    case .mapping:
      line(lead, field)
      write(field.fields, indent: indent + 2)
    case .list where field.items.isEmpty: line("\(lead) []", field)
    case .list:
      line(lead, field)
      items(of: field, indent: indent + 2)
    default: line("\(lead) \(empty(field))", field)
    }
  }

  /// One item of a list, behind a dash.
  private mutating func items(of field: DataField, indent: Int) {
    let dash = String(repeating: " ", count: indent) + "-"
    for item in field.items {
      switch item.kind {
      case .mapping: write(item.fields, indent: indent + 2, first: dash + " ")
      case .list where !item.items.isEmpty:
        text += dash + "\n"
        items(of: item, indent: indent + 2)
      default: text += "\(dash) \(empty(item))\n"
      }
    }
  }

  private mutating func line(_ start: String, _ field: DataField) {
    var words = [field.kind.text(in: language)]
    if !field.isRequired { words.append(language == .chinese ? "可以没有" : "may be left out") }
    if let use = field.uses.first { words.append(use.spot.text(in: language)) }
    text += "\(start)  # \(words.joined(separator: language == .chinese ? "；" : "; "))\n"
  }

  private func empty(_ field: DataField) -> String {
    switch field.kind {
    case .number: "0"
    case .date: "2000-01-01"
    case .boolean: "false"
    case .picture: "{\"\(ValueKind.picture.rawValue)\": \"\"}"
    case .list: "[]"
    case .mapping: "{}"
    case .text, .value: "\"\""
    }
  }

  /// A key as every YAML reader takes it for that text.
  private static func key(_ name: String) -> String {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
    }
    let begins = name.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    if isPlain, begins, !words.contains(name.lowercased()) { return name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
