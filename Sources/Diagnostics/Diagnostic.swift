/// One thing wrong in a template, in data or in a report: collected, never thrown one by one.
public struct Diagnostic: Sendable, Hashable {
  public var severity: Severity
  public var message: Message
  public var place: Place
  /// The text around the fault, where that text is the template's.
  public var excerpt: Excerpt?
  /// The loop items it happened for, outermost first, such as `units[17]`.
  public var trace: [String]

  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
    case notice
  }

  /// Makes a diagnostic.
  public init(
    _ severity: Severity = .error, _ message: Message, at place: Place, excerpt: Excerpt? = nil,
    trace: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.excerpt = excerpt
    self.trace = trace
  }

  /// The diagnostic as a person reads it: place, sentence and code; then the excerpt and the hint, each on a
  /// line of its own.
  public func text(in language: Language) -> String {
    let chinese = language == .chinese
    let colon = chinese ? "：" : ": "
    var first = place.text(in: language)
    if !first.isEmpty { first += colon }
    if severity != .error { first += severity.text(in: language) + colon }
    first += message.text(in: language)
    if !trace.isEmpty {
      first += chinese ? "（位于 \(trace.joined(separator: " → "))）" : " (in \(trace.joined(separator: " → ")))"
    }
    first += " [\(message.code)]"
    var lines = [first]
    if let excerpt { lines += excerpt.lines.map { "    " + $0 } }
    if let hint = message.hintText(in: language) {
      lines.append((chinese ? "    提示：" : "    hint: ") + hint)
    }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  /// The severity in words.
  public func text(in language: Language) -> String {
    switch (self, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.notice, .chinese): "提醒"
    case (_, .english): rawValue
    }
  }
}
