public import Diagnostics
public import TemplateLanguage

/// Something in the data that does not go with the template.
public struct DataFinding: Sendable, Hashable {
  public let severity: Diagnostic.Severity
  public let message: Message
  /// Where in the data: keys and the numbers of items, outermost first. For what is missing, where it should be.
  public let path: [PathStep]
  /// The tags that use it, in their order.
  public let uses: [DataField.Use]
  /// Whether text stands where a list is due.
  var isTextForList = false

  /// A step into the data.
  public enum PathStep: Sendable, Hashable {
    case key(String)
    /// An item of a list, counted from 0 as templates count.
    case index(Int)
  }

  /// The path as a template writes it: `units[17].name`.
  public var pathText: String { Self.text(of: path) }

  static func text(of path: [PathStep]) -> String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

extension DocumentTemplate {
  /// Holds data against the template before anything is rendered: what is missing, what is of the wrong kind, and
  /// what the template does not use, each with its path; of one fault in many items of a list the first ten are
  /// listed.
  ///
  /// An error is what a document fails for; a warning is what may fail or is not meant, such as a number in
  /// quotation marks that is no number; what is not used is a notice.
  public func check(_ data: Mapping) -> [DataFinding] {
    var check = DataCheck()
    var data = data
    // What is replaced goes by the files of the template, not by its tags.
    data[.string(DocumentValues.replacementsKey)] = nil
    check.members(of: data, self.data, at: [])
    return check.findings
  }
}

private struct DataCheck {
  private(set) var findings: [DataFinding] = []
  /// How often something was said of a field, by its path without the numbers of items.
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let path: [DataFinding.PathStep]
    let code: String
  }

  private static let mostRepetitions = 10

  private mutating func add(
    _ severity: Diagnostic.Severity, _ message: Message, at path: [DataFinding.PathStep],
    _ uses: [DataField.Use]
  ) {
    let key = Key(
      path: path.map { if case .index = $0 { .index(0) } else { $0 } }, code: message.code)
    counts[key, default: 0] += 1
    guard counts[key, default: 0] <= Self.mostRepetitions else { return }
    findings.append(DataFinding(severity: severity, message: message, path: path, uses: uses))
  }

  mutating func members(of data: Mapping, _ fields: [DataField], at path: [DataFinding.PathStep]) {
    let names = data.keys.compactMap { if case .string(let name) = $0 { name } else { nil } }
    let each = fields.first { $0.name == "*" }
    var known: Set<String> = []
    for field in fields where field.name != "*" {
      known.insert(field.name)
      let inner = path + [.key(field.name)]
      if let value = data[.string(field.name)] {
        self.value(value, field, at: inner)
      } else if !field.isGuarded, each == nil {
        let near = Suggestion.nearest(
          to: field.name, in: names.filter { name in !fields.contains { $0.name == name } })
        add(
          field.isRequired ? .error : .notice,
          .missingData(DataFinding.text(of: inner), near: near, isRequired: field.isRequired), at: inner,
          field.uses)
      }
    }
    for name in names where !known.contains(name) {
      let inner = path + [.key(name)]
      if let each {
        if let value = data[.string(name)] { self.value(value, each, at: inner) }
      } else {
        add(.notice, .unusedData(DataFinding.text(of: inner)), at: inner, [])
      }
    }
  }

  private mutating func value(_ value: Value, _ field: DataField, at path: [DataFinding.PathStep]) {
    if let wrong = Self.fault(value, field.kind), !(field.isWhole && wrong == .warning) {
      let severity: Diagnostic.Severity = wrong == .error && !field.isRequired ? .warning : wrong
      let count = findings.count
      add(severity, .wrongKind(DataFinding.text(of: path), wanted: field.kind, value), at: path, field.uses)
      if case .string = value, field.kind == .list, findings.count > count {
        findings[count].isTextForList = true
      }
      return
    }
    switch value {
    case .mapping(let mapping) where Self.isSpecial(mapping): return
    case .mapping(let mapping) where !field.isWhole && !field.fields.isEmpty:
      members(of: mapping, field.fields, at: path)
    case .list(let items):
      guard let item = field.items.first else { return }
      for (index, one) in items.enumerated() { self.value(one, item, at: path + [.index(index)]) }
    default: return
    }
  }

  /// How bad it is that a value stands where a kind is due; nil if it is not.
  private static func fault(_ value: Value, _ kind: DataField.Kind) -> Diagnostic.Severity? {
    switch (kind, value) {
    case (_, .undefined), (_, .object), (.boolean, _): return nil
    case (.list, .list), (.mapping, .mapping): return nil
    // Gone through, a mapping gives its keys.
    case (.list, .mapping): return .warning
    case (.list, .string(let text)): return text.isEmpty ? .warning : .error
    case (.list, _), (.mapping, _): return .error
    case (.number, .int), (.number, .bigInt), (.number, .decimal): return nil
    case (.number, .string(let text)): return Decimal(text) == nil ? .error : nil
    case (.number, .bool): return .warning
    case (.number, _): return .error
    case (.date, .date): return nil
    case (.date, .string(let text)): return DateValue(iso: text) == nil ? .error : nil
    case (.date, _): return .error
    case (.picture, .mapping), (.picture, .none), (.value, .none), (.text, .none): return nil
    case (.picture, _): return .error
    case (.value, .mapping(let mapping)), (.text, .mapping(let mapping)):
      return isSpecial(mapping) ? nil : .warning
    case (.value, .list), (.text, .list): return .warning
    case (.value, _), (.text, _): return nil
    }
  }

  /// Whether a mapping stands for rich text, a picture and the like.
  private static func isSpecial(_ mapping: Mapping) -> Bool {
    ValueKind.allCases.contains { mapping[.string($0.rawValue)] != nil }
  }
}

extension Message {
  static func missingData(_ path: String, near: String?, isRequired: Bool) -> Message {
    let hint: Hint? = near.map {
      Hint(chinese: "数据中有 `\($0)`，是否应为它？", english: "the data has `\($0)`; is it meant?")
    }
    if isRequired {
      return Message(
        "missing-data", chinese: "数据中没有 `\(path)`", english: "`\(path)` is not in the data",
        hint: hint
          ?? Hint(
            chinese: "若可以没有它，请在模板中写 `\(path.lastName) | default('')`",
            english: "if it may be missing, write `\(path.lastName) | default('')` in the template"))
    }
    return Message(
      "missing-data", chinese: "数据中没有 `\(path)`；模板只在某些条件下用到它",
      english: "`\(path)` is not in the data; the template uses it under a condition only", hint: hint)
  }

  static func unusedData(_ path: String) -> Message {
    Message("unused-data", chinese: "模板没有用到 `\(path)`", english: "the template does not use `\(path)`")
  }

  static func wrongKind(_ path: String, wanted: DataField.Kind, _ value: Value) -> Message {
    Message(
      "wrong-kind",
      chinese: "`\(path)` 应为\(wanted.text(in: .chinese))，而不是\(value.chineseTypeName)",
      english: "`\(path)` should be \(wanted.phrase), not \(value.typeName)",
      hint: wanted == .picture
        ? Hint(chinese: "图片写作 `{$image: 文件名}`", english: "a picture is written `{$image: file name}`") : nil)
  }
}

extension DataField.Kind {
  fileprivate var phrase: String {
    switch self {
    case .list, .mapping, .number, .date, .picture: "a \(text(in: .english))"
    case .text, .boolean: text(in: .english)
    case .value: "text or a number"
    }
  }
}

extension String {
  fileprivate var lastName: String {
    split(separator: ".").last.map(String.init) ?? self
  }
}
