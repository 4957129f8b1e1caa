/// A golden test in one file: sections that begin with a line `=== name`, such as `=== docx`, `=== data`,
/// `=== docx result` or `=== docx errors`.
public struct GoldenCase: Sendable {
  /// The sections in order; what stands before the first is the case's description.
  public private(set) var sections: [(name: String, text: String)] = []
  /// What the case shows.
  public private(set) var summary = ""

  /// Reads a case.
  public init(_ text: String) {
    var name: String?
    var lines: [Substring] = []
    func close(_ sections: inout [(name: String, text: String)], _ summary: inout String) {
      let text = lines.joined(separator: "\n")
      if let name { sections.append((name, text)) } else { summary = text }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        close(&sections, &summary)
        name = String(line.dropFirst(4))
        lines = []
      } else {
        lines.append(line)
      }
    }
    if lines.last == "" { lines.removeLast() }
    close(&sections, &summary)
  }

  /// A section's text.
  public subscript(name: String) -> String? {
    get { sections.first { $0.name == name }?.text }
    set {
      guard let newValue else { return }
      if let index = sections.firstIndex(where: { $0.name == name }) {
        sections[index].text = newValue
      } else {
        sections.append((name, newValue))
      }
    }
  }

  /// The case as a file.
  public var text: String {
    summary + "\n" + sections.map { "=== \($0.name)\n\($0.text)\n" }.joined()
  }
}
