import Diagnostics

/// What can be wrong with templates used by others.
extension Message {
  static let includeNeedsLoader = Message(
    "include-needs-loader", chinese: "没有给出其他模板所在的文件夹，不能引用其他模板",
    english: "other templates can't be used, because no folder of templates was given",
    hint: Hint(
      chinese: "用 --templates 指定文件夹", english: "name the folder with --templates"))

  static func noTemplate(_ names: [String]) -> Message {
    let list = names.joined(separator: "、")
    return Message(
      "no-template", chinese: "没有模板 \(list)", english: "there is no template \(names.joined(separator: ", "))"
    )
  }

  static func unreadableTemplate(_ name: String) -> Message {
    Message(
      "unreadable-template", chinese: "无法读取模板 \(name)", english: "the template \(name) can't be read")
  }

  static func templateNotText(_ name: String) -> Message {
    Message(
      "template-not-text", chinese: "模板 \(name) 不是 UTF-8 文本",
      english: "the template \(name) is not UTF-8 text")
  }

  static func documentInText(_ name: String) -> Message {
    Message(
      "document-in-text", chinese: "\(name) 是文档，不能引入纯文本",
      english: "\(name) is a document, which can't be included in a text")
  }

  static func documentImported(_ name: String) -> Message {
    Message(
      "document-imported", chinese: "\(name) 是文档，不能从中导入宏",
      english: "\(name) is a document, from which no macros can be imported",
      hint: Hint(chinese: "把宏写在文本文件里", english: "write the macros into a text file"))
  }

  static let templateNameWanted = Message(
    "wrong-value", chinese: "模板的名称应为文字", english: "the name of a template should be a text")

  static func notExported(_ name: String, by template: String, nearest: String?) -> Message {
    Message(
      "not-exported", chinese: "模板 \(template) 中没有 `\(name)`",
      english: "the template \(template) has no `\(name)`",
      hint: nearest.map { Hint(chinese: "是否应为 `\($0)`？", english: "did you mean `\($0)`?") })
  }

  static func includedTooDeeply(_ name: String) -> Message {
    Message(
      "included-too-deeply", chinese: "模板互相引用太深：\(name)",
      english: "templates include each other too deeply, at \(name)",
      hint: Hint(
        chinese: "检查模板是否引用了自己", english: "see whether a template includes itself"))
  }

  /// What is wrong in another template, with its place there.
  static func inTemplate(_ name: String, _ line: Int, _ message: Message) -> Message {
    Message(
      message.code, chinese: "\(name)，第\(line)行：\(message.chinese)",
      english: "\(name), line \(line): \(message.english)", hint: message.hint)
  }
}
