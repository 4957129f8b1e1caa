import DataFiles

/// A data file's tree as YAML, each value on a line of its own.
enum YAMLNode {
  /// The text that follows a key and its colon.
  static func text(_ node: DataNode, indent: String) -> String {
    switch node.content {
    case .scalar(let scalar): return " " + text(scalar)
    case .list(let items):
      guard !items.isEmpty else { return " []" }
      return items.map { "\n\(indent)-" + text($0, indent: indent + "  ") }.joined()
    case .mapping(let entries):
      guard !entries.isEmpty else { return " {}" }
      return entries.map { entry in
        "\n\(indent)\(YAMLScalar.text(entry.key)):" + text(entry.value, indent: indent + "  ")
      }
      .joined()
    }
  }

  private static func text(_ scalar: Scalar) -> String {
    switch scalar {
    case .null: "~"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let written): written
    case .string(let text): YAMLScalar.text(text)
    case .date(let date): date.description
    }
  }
}
