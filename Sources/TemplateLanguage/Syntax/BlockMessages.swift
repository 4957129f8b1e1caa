import Diagnostics

/// What can be wrong with the way tags pair up.
extension Message {
  static func unclosedBlock(_ keyword: String) -> Message {
    Message(
      "unclosed-block", chinese: "`\(keyword)` 没有对应的 `end\(keyword)`",
      english: "`\(keyword)` has no `end\(keyword)`")
  }

  static func strayTag(_ keyword: String) -> Message {
    let opener =
      keyword.hasPrefix("end") ? String(keyword.dropFirst(3)) : keyword == "elif" ? "if" : "if` / `for"
    return Message(
      "stray-tag", chinese: "`\(keyword)` 之前没有对应的 `\(opener)`",
      english: "`\(keyword)` has no `\(opener)` before it")
  }

  static func misplacedBranch(_ keyword: String, in block: String, opened: String) -> Message {
    Message(
      "misplaced-branch", chinese: "`\(keyword)` 不能直接放在 `\(opened)` 的块内",
      english: "`\(keyword)` can't stand directly in the block of `\(opened)`",
      hint: Hint(chinese: "是否缺少 `end\(block)`？", english: "is an `end\(block)` missing?"))
  }

  static func branchAfterElse(_ keyword: String) -> Message {
    Message(
      "branch-after-else", chinese: "`else` 之后不能再有 `\(keyword)`", english: "`\(keyword)` can't follow `else`")
  }

  static func wrongEnd(_ keyword: String, wanted: String, opened: String) -> Message {
    Message(
      "wrong-end", chinese: "此处是 `end\(keyword)`，但尚待结束的是 `\(opened)`，应为 `end\(wanted)`",
      english: "`end\(keyword)` stands here, but what is open is `\(opened)`, which `end\(wanted)` closes")
  }

  static func crossedBlock(_ keyword: String, by tag: String) -> Message {
    Message(
      "crossed-block", chinese: "`\(keyword)` 还没有 `end\(keyword)`，外层的块就被 `\(tag)` 结束了",
      english: "`\(keyword)` has no `end\(keyword)` before `\(tag)` closes the block around it")
  }
}
