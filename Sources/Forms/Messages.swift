import Diagnostics

/// What is wrong with data files and form definitions.
extension Message {
  // MARK: Shape

  static func mappingExpected(_ path: String) -> Message {
    let (chinese, english) = path.isEmpty ? ("整个文件", "the file") : ("`\(path)` ", "`\(path)`")
    return Message(
      "mapping-expected", chinese: "\(chinese)应由“键: 值”组成", english: "\(english) must be made of `key: value`")
  }

  static func listExpected(_ path: String) -> Message {
    Message("list-expected", chinese: "`\(path)` 应是列表", english: "`\(path)` must be a list")
  }

  static func textExpected(_ path: String) -> Message {
    Message(
      "text-expected", chinese: "`\(path)` 应是文字", english: "`\(path)` must be text",
      hint: Hint(
        chinese: "是数字或日期样子的文字，请加引号", english: "put text that looks like a number or a date in quotation marks"
      ))
  }

  static func paragraphsExpected(_ path: String) -> Message {
    Message(
      "paragraphs-expected", chinese: "`\(path)` 应是段落的列表，或一段文字",
      english: "`\(path)` must be a list of paragraphs, or one text")
  }

  static func lineBreak(_ path: String) -> Message {
    Message("line-break", chinese: "`\(path)` 只能有一行", english: "`\(path)` must be a single line")
  }

  static func empty(_ path: String) -> Message {
    Message("empty-value", chinese: "`\(path)` 是空的", english: "`\(path)` is empty")
  }

  static func missing(_ path: String) -> Message {
    Message("missing-key", chinese: "缺少 `\(path)`", english: "`\(path)` is missing")
  }

  static func unknownKey(_ key: String, in path: String, allowed: [String]) -> Message {
    let name = path.isEmpty ? short(key) : "\(path).\(short(key))"
    let hint: Hint? =
      if let nearest = Suggestion.nearest(to: key, in: allowed) {
        Hint(chinese: "是不是 `\(nearest)`？", english: "did you mean `\(nearest)`?")
      } else {
        Hint(
          chinese: "可以用的有：\(allowed.joined(separator: "、"))",
          english: "there are: \(allowed.joined(separator: ", "))")
      }
    return Message("unknown-key", chinese: "未知的键 `\(name)`", english: "unknown key `\(name)`", hint: hint)
  }

  static func oneOfExpected(_ path: String, _ choices: [String]) -> Message {
    Message(
      "unknown-choice", chinese: "`\(path)` 应是 \(choices.joined(separator: "、")) 之一",
      english: "`\(path)` must be one of \(choices.joined(separator: ", "))")
  }

  static func flagExpected(_ path: String) -> Message {
    Message("flag-expected", chinese: "`\(path)` 应是 true 或 false", english: "`\(path)` must be true or false")
  }

  static func yearExpected(_ path: String) -> Message {
    Message(
      "year-expected", chinese: "`\(path)` 应是四位数的年份", english: "`\(path)` must be a year of four digits")
  }

  static func dateExpected(_ path: String) -> Message {
    Message(
      "date-expected", chinese: "`\(path)` 应是日期，并且确有这一天", english: "`\(path)` must be a date that exists",
      hint: Hint(chinese: "写成 2022-01-07 的样子", english: "write it as 2022-01-07"))
  }

  // MARK: Signature

  static func belongsToAgency(_ path: String) -> Message {
    Message(
      "not-with-agencies", chinese: "写了 `signature.agencies`，`\(path)` 应写在各机关之下",
      english: "with `signature.agencies`, `\(path)` belongs to each agency",
      hint: Hint(chinese: "写成 {name: 机关, seal: 图片} 的样子", english: "write {name: agency, seal: picture}"))
  }

  static func tooManyAgencies(_ most: Int) -> Message {
    Message(
      "too-many-agencies", chinese: "联合行文的机关不能多于 \(most) 个",
      english: "no more than \(most) agencies can issue a report together")
  }

  static func millimetresExpected(_ path: String, _ range: ClosedRange<Int>) -> Message {
    let (least, most) = (range.lowerBound, range.upperBound)
    return Message(
      "millimetres-expected", chinese: "`\(path)` 应是 \(least) 到 \(most) 的整数（毫米）",
      english: "`\(path)` must be a whole number of millimetres from \(least) to \(most)")
  }

  // MARK: Forms and editions

  static func unknownEdition(_ edition: String, known: [String]) -> Message {
    let nearest = Suggestion.nearest(to: edition, in: known)
    return Message(
      "unknown-edition", chinese: "没有 `\(short(edition))` 这一版",
      english: "there is no edition `\(short(edition))`",
      hint: nearest.map { Hint(chinese: "是不是 `\($0)`？", english: "did you mean `\($0)`?") }
        ?? Hint(
          chinese: "可以用的有：\(known.joined(separator: "、"))",
          english: "there are: \(known.joined(separator: ", "))"))
  }

  static func wrongEdition(_ edition: String, expected: String) -> Message {
    Message(
      "wrong-edition", chinese: "这份数据是 `\(short(edition))` 版的，这里要的是 `\(expected)` 版",
      english: "the data is for edition `\(short(edition))`; edition `\(expected)` is asked for")
  }

  static func unknownForm(_ form: String, expected: String) -> Message {
    Message(
      "unknown-form", chinese: "没有 `\(short(form))` 这种表", english: "there is no form `\(short(form))`",
      hint: Hint(chinese: "写 `form: \(expected)`", english: "write `form: \(expected)`"))
  }

  // MARK: Rows and figures

  static func missingSection(_ path: String, heading: String) -> Message {
    Message(
      "missing-section", chinese: "缺少 `\(path)`（\(heading)）", english: "`\(path)` is missing (\(heading))")
  }

  static func missingRow(_ path: String, label: String) -> Message {
    Message(
      "missing-row", chinese: "缺少 `\(path)`（\(label)）", english: "the row `\(path)` is missing (\(label))",
      hint: Hint(chinese: "没有发生的也要填 0", english: "write zeros where there was nothing"))
  }

  static func missingFigure(_ path: String, label: String) -> Message {
    Message(
      "missing-figure", chinese: "缺少 `\(path)`（\(label)）",
      english: "the figure `\(path)` is missing (\(label))",
      hint: Hint(chinese: "没有的填 0", english: "write 0 where there was nothing"))
  }

  static func rowExpected(_ path: String, columns block: FormBlock) -> Message {
    let ids = block.figureColumns.compactMap(\.id).joined(separator: ", ")
    return Message(
      "row-expected", chinese: "`\(path)` 应是一行数字", english: "`\(path)` must be a row of numbers",
      hint: Hint(chinese: "写成列表 [ … ]，依次为：\(ids)", english: "write a list [ … ] of: \(ids)"))
  }

  static func wrongCount(_ path: String, found: Int, columns: Int, withoutSums: Int) -> Message {
    let isSame = columns == withoutSums
    return Message(
      "wrong-count",
      chinese: isSame
        ? "`\(path)` 应有 \(columns) 个数，现有 \(found) 个"
        : "`\(path)` 应有 \(columns) 个数（不写总计则为 \(withoutSums) 个），现有 \(found) 个",
      english: isSame
        ? "`\(path)` must have \(columns) numbers, but has \(found)"
        : "`\(path)` must have \(columns) numbers, or \(withoutSums) without the total, but has \(found)")
  }

  static func negative(_ path: String) -> Message {
    Message("negative", chinese: "`\(path)` 不能是负数", english: "`\(path)` cannot be negative")
  }

  static func notWhole(_ path: String) -> Message {
    Message("not-whole", chinese: "`\(path)` 应是整数", english: "`\(path)` must be a whole number")
  }

  static func tooGreat(_ path: String) -> Message {
    Message("too-great", chinese: "`\(path)` 的数字太大", english: "`\(path)` is too great")
  }

  static func numberMissing(_ path: String) -> Message {
    Message(
      "number-missing", chinese: "`\(path)` 没有填数", english: "`\(path)` has no number",
      hint: Hint(chinese: "没有的填 0", english: "write 0 where there was nothing"))
  }

  static func amountShape(_ path: String) -> Message {
    Message(
      "amount-shape", chinese: "`\(path)` 应写成普通小数", english: "`\(path)` must be a plain decimal number",
      hint: Hint(chinese: "写成 75.9260 的样子", english: "write it as 75.9260"))
  }

  static func numberExpected(_ path: String, _ advice: NumberAdvice) -> Message {
    let hint: Hint? =
      switch advice {
      case .quoted: Hint(chinese: "去掉引号", english: "leave out the quotation marks")
      case .fullWidth: Hint(chinese: "数字和逗号要用半角", english: "use half-width digits and commas")
      case .grouped: Hint(chinese: "数字中间不要加逗号", english: "write no commas between digits")
      case .none: Hint(chinese: "只写数字，说明写在正文里", english: "write the number only; remarks belong in the text")
      }
    return Message(
      "number-expected", chinese: "`\(path)` 应是数字，不是文字", english: "`\(path)` must be a number, not text",
      hint: hint)
  }

  // MARK: Transfer to another edition

  static func noPlace(_ cell: FormCell, edition: LocalizedText) -> Message {
    Message(
      "no-place", chinese: "\(cell.label(in: .chinese))在\(edition.chinese)里没有对应的格，未带过去",
      english: "\(cell.label(in: .english)) has no place in the \(edition.english) and was left out")
  }

  static func noFigure(_ cell: FormCell, edition: LocalizedText) -> Message {
    Message(
      "no-figure", chinese: "\(edition.chinese)的\(cell.label(in: .chinese))没有数据，留空",
      english: "\(cell.label(in: .english)) in the \(edition.english) has no figure and is left blank")
  }

  // MARK: Definitions

  static func definitionMissing(_ edition: String) -> Message {
    Message(
      "definition-missing", chinese: "没有 `\(short(edition))` 版的定义文件",
      english: "there is no definition for edition `\(short(edition))`")
  }

  static let extendsItself = Message(
    "extends-itself", chinese: "`extends` 应是另一版的名称，且不能绕回自己",
    english: "`extends` must name another edition that does not lead back here")

  static func wrongFolder(_ edition: String) -> Message {
    Message(
      "wrong-folder", chinese: "`edition` 与文件夹名 `\(edition)` 不一致",
      english: "`edition` is not the name of the folder, `\(edition)`")
  }

  static func badId(_ id: String) -> Message {
    Message(
      "bad-id", chinese: "`\(short(id))` 不能作 id", english: "`\(short(id))` is no id",
      hint: Hint(
        chinese: "用小写字母、数字和下划线，字母开头", english: "use lower-case letters, digits and `_`, a letter first"))
  }

  static func reservedId(_ id: String) -> Message {
    Message(
      "reserved-id", chinese: "`\(id)` 另有用处，不能作表的 id",
      english: "`\(id)` means something else and can't name a table")
  }

  static func idTwice(_ id: String) -> Message {
    Message("id-twice", chinese: "id `\(id)` 重复", english: "the id `\(id)` is there twice")
  }

  static func columnsOrValue(_ path: String) -> Message {
    Message(
      "columns-or-value", chinese: "`\(path)` 应有 columns 或 value 之一",
      english: "`\(path)` must have either columns or value")
  }

  static func unknownReference(_ name: String, known: [String]) -> Message {
    let nearest = Suggestion.nearest(to: name, in: known)
    return Message(
      "unknown-reference", chinese: "`\(short(name))` 没有定义", english: "`\(short(name))` is not defined",
      hint: nearest.map { Hint(chinese: "是不是 `\($0)`？", english: "did you mean `\($0)`?") })
  }

  static func mixedSum(_ path: String) -> Message {
    Message(
      "mixed-sum", chinese: "`\(path)` 里的数种类或单位不同，不能相加",
      english: "`\(path)` adds figures of different kinds or units")
  }

  static func tableWithoutSection(_ id: String) -> Message {
    Message(
      "table-without-section", chinese: "没有哪一部分用到表 `\(id)`", english: "no section shows the table `\(id)`")
  }

  static func badExpression(_ path: String) -> Message {
    Message(
      "bad-expression", chinese: "`\(path)` 应是用 + 和 - 相连的名称",
      english: "`\(path)` must be names joined by + and -")
  }

  /// A name from a file short enough for a message.
  private static func short(_ name: String) -> String {
    var short = ""
    for scalar in name.unicodeScalars.prefix(40) {
      short.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return name.unicodeScalars.count > 40 ? short + "…" : short
  }
}
