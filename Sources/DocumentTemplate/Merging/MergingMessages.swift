import Diagnostics
import OfficeDocument

extension Message {
  static let noText = Message(
    "no-main-part", chinese: "文档没有正文", english: "the document has no text")

  static func lostRelationship(_ id: String) -> Message {
    Message(
      "lost-relationship", chinese: "要并入的文档已损坏：缺少 \(id)",
      english: "the document to be merged is damaged: it lacks \(id)",
      hint: Hint(chinese: "请用 Word 或 WPS 打开并另存一次", english: "open it in Word or WPS and save it again"))
  }

  static let lostNote = Message(
    "lost-note", chinese: "要并入的文档已损坏：缺少所引用的脚注、尾注或批注",
    english: "the document to be merged is damaged: a note or comment it refers to is missing",
    hint: Hint(chinese: "请用 Word 或 WPS 打开并另存一次", english: "open it in Word or WPS and save it again"))

  static let notesElsewhere = Message(
    "misplaced-value", chinese: "带有脚注、尾注或批注的文档只能放在正文里",
    english: "a document with footnotes, endnotes or comments can stand in the body only")

  static func otherFormat(_ own: OfficeFormat, wanted: OfficeFormat) -> Message {
    Message(
      "other-format", chinese: "模板是 .\(wanted.rawValue)，要并入的文档却是 .\(own.rawValue)",
      english: "the template is a .\(wanted.rawValue), but the document to be merged is a .\(own.rawValue)",
      hint: Hint(
        chinese: "请把它另存为 .\(wanted.rawValue)", english: "save the document as .\(wanted.rawValue)"))
  }

  static let unsuitableLevel = Message(
    "unsuitable-level", chinese: "标题应为 0 至 9 级，列表应为 0 至 8 级",
    english: "headings have the levels 0 to 9, list items 0 to 8")

  static let tooManyColumns = Message(
    "too-many-columns", chinese: "表格最多 63 列", english: "a table can have 63 columns at most")

  static func unknownTableStyle(_ name: String) -> Message {
    Message(
      "unknown-style", chinese: "模板中没有表格样式“\(name)”",
      english: "the template has no table style called “\(name)”")
  }

  static func unusableDocument(_ name: String, _ error: OfficeError) -> Message {
    let part = error.part.map { "（\($0)）" } ?? ""
    return Message(
      error.message.code, chinese: "文档 \(name) 不能并入\(part)：\(error.message.chinese)",
      english:
        "the document \(name) can't be merged\(error.part.map { " (\($0))" } ?? ""): \(error.message.english)",
      hint: error.message.hint)
  }
}
