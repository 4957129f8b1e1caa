import Diagnostics

extension Message {
  static func fileElsewhere(_ name: String) -> Message {
    Message(
      "file-elsewhere", chinese: "文件 \(name) 不在数据文件所在的文件夹里",
      english: "the file \(name) is not in the data file's folder",
      hint: Hint(chinese: "请把它放到数据文件旁边", english: "put it beside the data file"))
  }

  static func templateElsewhere(_ name: String) -> Message {
    Message(
      "template-elsewhere", chinese: "模板 \(name) 不在 --templates 指定的文件夹里",
      english: "the template \(name) is not in the folder named by --templates")
  }

  static func unreadableNamed(_ name: String, _ reason: Message) -> Message {
    Message(
      "unreadable-file", chinese: "\(name)：\(reason.chinese)", english: "\(name): \(reason.english)")
  }

  static func unreadable(_ reason: String) -> Message {
    Message("unreadable", chinese: "无法读取：\(inChinese(reason))", english: "can't be read: \(reason)")
  }

  static func unwritable(_ reason: String) -> Message {
    Message("unwritable", chinese: "无法写入：\(inChinese(reason))", english: "can't be written: \(reason)")
  }

  /// What the C library says in English only.
  private static func inChinese(_ reason: String) -> String {
    let known = [
      "No such file or directory": "没有这个文件或文件夹", "Permission denied": "没有权限", "Is a directory": "这是文件夹",
      "Not a directory": "路径中有一段不是文件夹", "No space left on device": "磁盘已满", "Read-only file system": "磁盘只能读",
      "File name too long": "文件名太长",
    ]
    return known[reason] ?? reason
  }

  static func noTemplate(_ edition: String, _ format: String) -> Message {
    Message(
      "no-template", chinese: "没有 \(edition) 版的 .\(format) 模板",
      english: "there is no .\(format) template of the edition \(edition)")
  }

  static let notMapping = Message(
    "data-not-mapping", chinese: "数据的最外层应是“名称: 值”的映射",
    english: "the data must be a mapping of names to values")

  static func twoSameOutputs(_ path: String) -> Message {
    Message(
      "same-output", chinese: "两个输入会写成同一个文件 \(path)",
      english: "two inputs would be written to the same file \(path)",
      hint: Hint(chinese: "请改名，或分开输出到不同文件夹", english: "rename one, or write them to different folders"))
  }

  static let notRendered = Message(
    "not-rendered", chinese: "报告有错误，没有生成文档；确要生成草稿，请加 --draft",
    english: "the report has errors and was not written; --draft writes it all the same")

  static func noEdition(_ year: Int, known: [String]) -> Message {
    Message(
      "no-edition", chinese: "没有适用于 \(year) 年度的版本", english: "no edition is prescribed for \(year)",
      hint: Hint(
        chinese: "用 --edition 指定：\(known.joined(separator: "、"))",
        english: "name one with --edition: \(known.joined(separator: ", "))"))
  }

  static func notYearBefore(_ found: Int, _ year: Int) -> Message {
    Message(
      "previous-year", chinese: "给出的是 \(found) 年度的报告，不是 \(year - 1) 年度的；带入的数请核对",
      english: "the report is for \(found), not \(year - 1); check the figures taken from it")
  }

  static let exists = Message(
    "file-exists", chinese: "文件已经存在，没有覆盖", english: "the file exists and was not overwritten",
    hint: Hint(chinese: "换一个文件名，或加 --overwrite", english: "choose another name, or give --overwrite"))

  static func unitTwice(_ agency: String, first: String) -> Message {
    Message(
      "unit-twice", chinese: "\(agency)的报告有两份，另一份是 \(first)，这一份没有加",
      english: "there are two reports of \(agency); the other is \(first), and this one was not added")
  }

  static func otherYear(_ agency: String, _ year: Int) -> Message {
    Message(
      "other-year", chinese: "\(agency)的报告不是\(year)年度的，没有加",
      english: "the report of \(agency) is not of \(year); it was not added")
  }

  static func editionNotInForce(_ agency: String) -> Message {
    Message(
      "edition-not-in-force", chinese: "\(agency)的报告所用的版不是这一年度的",
      english: "the report of \(agency) is on an edition that is not prescribed for its year")
  }

  static let unknownRecords = Message(
    "unknown-records", chinese: "从文件名看不出记录的格式",
    english: "the file's name doesn't say how the records are written",
    hint: Hint(
      chinese: "用 --records-format 指定：json-lines、json、yaml 或 csv",
      english: "name it with --records-format: json-lines, json, yaml or csv"))

  static let standardInputTwice = Message(
    "standard-input-twice", chinese: "标准输入只能读一遍，模板却有两个循环要读",
    english: "standard input can be read once only, but the template has two loops over it",
    hint: Hint(chinese: "先存成文件", english: "save it as a file first"))

  static let noName = Message(
    "no-name", chinese: "得不出文件名", english: "there is nothing to call the document by")

  /// What is wrong with a document's name.
  static func inName(_ message: Message) -> Message {
    Message(
      message.code, chinese: "文件名（--name）：\(message.chinese)",
      english: "the name (--name): \(message.english)",
      hint: message.hint)
  }
}
