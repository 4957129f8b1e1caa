import Diagnostics

extension Message {
  /// A tag without its closing delimiter; `delimiter` is the opening one's second character.
  static func unclosedTag(_ delimiter: UInt8) -> Message {
    let (open, close) =
      switch delimiter {
      case UInt8(ascii: "{"): ("{{", "}}")
      case UInt8(ascii: "%"): ("{%", "%}")
      default: ("{#", "#}")
      }
    return Message(
      "unclosed-tag",
      chinese: "标签 \(open) 没有用 \(close) 结束",
      english: "the tag that begins with \(open) is not closed by \(close)",
      hint: delimiter == UInt8(ascii: "#")
        ? nil
        : Hint(
          chinese: "标签必须在同一段落内结束；要印出 \(open) 本身，请写 {_\(open.suffix(1))",
          english:
            "a tag must end in the paragraph it begins in; to print \(open) itself, write {_\(open.suffix(1))"
        ))
  }

  /// `{{ … %}` or `{% … }}`.
  static func mismatchedDelimiters(output: Bool) -> Message {
    let (open, right, wrong) = output ? ("{{", "}}", "%}") : ("{%", "%}", "}}")
    return Message(
      "mismatched-delimiters",
      chinese: "以 \(open) 开头的标签用 \(wrong) 结束，应为 \(right)",
      english: "a tag that begins with \(open) ends with \(wrong) instead of \(right)")
  }
}
