/// One thing wrong in a template, in data or in a report: collected, never thrown one by one.
public struct Diagnostic: Sendable, Hashable {
  public var severity: Severity
  public var message: Message
  public var place: Place
  /// The text around the fault, where that text is the template's.
  public var excerpt: Excerpt?
  /// The loop items it happened for, outermost first, such as `units[17]`.
  public var trace: [String]
  /// The other loop items it happened for, each with the items around it, outermost first.
  public var alsoIn: [[String]] = []
  /// How many more times it happened at the place, for items that are not listed.
  public var more = 0
  /// Other places that have to do with it.
  public var related: [Place] = []

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
    if let others = othersText(in: language) { lines.append("    " + others) }
    if let excerpt { lines += excerpt.lines.map { "    " + $0 } }
    if let hint = message.hintText(in: language) {
      lines.append((chinese ? "    提示：" : "    hint: ") + hint)
    }
    if !related.isEmpty {
      let places = related.map { $0.text(in: language) }.joined(separator: chinese ? "；" : "; ")
      lines.append((chinese ? "    另见：" : "    see also: ") + places)
    }
    return lines.joined(separator: "\n")
  }

  /// For what else it happened: `also in units[5], units[9] and 40 more`.
  private func othersText(in language: Language) -> String? {
    let items = alsoIn.map { $0.joined(separator: " → ") }
    switch (language, items.isEmpty, more) {
    case (_, true, 0): return nil
    case (.chinese, true, _): return "同样的问题还有 \(more) 处"
    case (.chinese, false, 0): return "同样还有：" + items.joined(separator: "、")
    case (.chinese, false, _): return "同样还有：" + items.joined(separator: "、") + " 等，另有 \(more) 处"
    case (.english, true, _): return "and \(more) more times"
    case (.english, false, 0): return "also in " + items.joined(separator: ", ")
    case (.english, false, _): return "also in " + items.joined(separator: ", ") + " and \(more) more"
    }
  }
}

extension Diagnostic {
  /// The diagnostic as a message that says its own place, for where something else is the place.
  public var asMessage: Message {
    let (chinese, english) = (place.text(in: .chinese), place.text(in: .english))
    return Message(
      message.code, chinese: "\(chinese)：\(message.chinese)", english: "\(english): \(message.english)",
      hint: message.hint)
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

extension [Diagnostic] {
  /// The list with those that differ only in the loop items they happened for made one, at the place of the first.
  public var gathered: [Diagnostic] {
    var result: [Diagnostic] = []
    var known: [Diagnostic: Int] = [:]
    for diagnostic in self {
      var key = diagnostic
      (key.trace, key.alsoIn, key.more) = ([], [], 0)
      guard let index = known[key] else {
        known[key] = result.count
        result.append(diagnostic)
        continue
      }
      result[index].more = Swift.max(result[index].more, diagnostic.more)
      let items = [diagnostic.trace] + diagnostic.alsoIn
      for item in items where !item.isEmpty && item != result[index].trace {
        if !result[index].alsoIn.contains(item) { result[index].alsoIn.append(item) }
      }
    }
    return result
  }
}
