import Diagnostics

/// What the faults of data files are called.
extension Message {
  static func notUTF8(looksLikeUTF16: Bool) -> Message {
    Message(
      "not-utf8", chinese: looksLikeUTF16 ? "文件是 UTF-16 编码，不是 UTF-8" : "此处不是 UTF-8 编码的文字",
      english: looksLikeUTF16 ? "the file is in UTF-16, not UTF-8" : "these bytes are not UTF-8",
      hint: Hint(
        chinese: "文件可能是 GBK（ANSI）编码：用记事本打开，另存为，编码选 UTF-8",
        english: "the file may be in GBK (ANSI): save it again as UTF-8"))
  }

  static func controlCharacter(_ value: UInt32) -> Message {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Message(
      "control-character", chinese: "不允许出现控制字符 \(code)",
      english: "the control character \(code) is not allowed here",
      hint: Hint(chinese: "把它删去", english: "delete it"))
  }

  static let unexpectedEnd = Message(
    "unexpected-end", chinese: "文件到此为止，内容不完整", english: "the file ends here, but is not complete")

  static func tooDeep(maximum: Int) -> Message {
    Message("too-deep", chinese: "嵌套超过 \(maximum) 层", english: "nested more than \(maximum) levels deep")
  }

  static func duplicateKey(_ key: String, firstLine: Int) -> Message {
    Message(
      "duplicate-key", chinese: "键 `\(quoted(key))` 重复，前一个在第\(firstLine)行",
      english: "the key `\(quoted(key))` is here twice; the first is on line \(firstLine)",
      hint: Hint(chinese: "删去一个", english: "delete one of them"))
  }

  static func repeatedKey(_ key: String) -> Message {
    Message(
      "duplicate-key", chinese: "键 `\(quoted(key))` 在同一个映射里不止一次",
      english: "the key `\(quoted(key))` is in its mapping more than once",
      hint: Hint(chinese: "只留一个", english: "keep one of them"))
  }

  static let invalidNumber = Message(
    "invalid-number", chinese: "数字不完整", english: "the number is not complete")

  static let leadingZero = Message(
    "leading-zero", chinese: "数字不能以 0 开头", english: "a number cannot begin with 0",
    hint: Hint(chinese: "号码之类请加引号", english: "put telephone or code numbers in quotation marks"))

  static func numberTooLong(maximum: Int) -> Message {
    Message(
      "number-too-long", chinese: "数字超过 \(maximum) 位", english: "the number has more than \(maximum) digits")
  }

  static let notFinite = Message(
    "not-finite", chinese: "无穷大和非数不是数据", english: "infinity and not-a-number are no data",
    hint: Hint(chinese: "如果是文字，请加引号", english: "if it is text, put it in quotation marks"))

  static let unterminatedString = Message(
    "unterminated-string", chinese: "引号没有配对", english: "the quotation mark is not closed")

  static let invalidEscape = Message(
    "invalid-escape", chinese: "反斜杠后的写法不对", english: "this is no escape sequence",
    hint: Hint(chinese: "要写反斜杠本身，请写两个", english: "write a backslash itself as two"))

  static let loneSurrogate = Message(
    "lone-surrogate", chinese: "此处只有半个字符（代理项不成对）", english: "half a character: a surrogate without its pair")

  /// What a JSON text should have had.
  enum JSONExpectation {
    case value, key, colon, commaOrBrace, commaOrBracket, end
  }

  static func jsonExpected(_ expectation: JSONExpectation) -> Message {
    let (chinese, english) =
      switch expectation {
      case .value: ("此处应是一个值", "a value is expected here")
      case .key: ("此处应是双引号括起来的键", "a key in double quotation marks is expected here")
      case .colon: ("键的后面应是冒号", "a colon is expected after the key")
      case .commaOrBrace: ("此处应是 `,` 或 `}`", "`,` or `}` is expected here")
      case .commaOrBracket: ("此处应是 `,` 或 `]`", "`,` or `]` is expected here")
      case .end: ("此处应是文件的末尾", "the end of the file is expected here")
      }
    return Message("json-syntax", chinese: chinese, english: english)
  }

  // MARK: YAML

  static let yamlSyntax = Message(
    "yaml-syntax", chinese: "此处不符合 YAML 的写法", english: "this is not how YAML is written")

  /// What YAML has, but is not read.
  enum YAMLFeature {
    case directive, tag, complexKey
  }

  static func yamlUnsupported(_ feature: YAMLFeature) -> Message {
    let (chinese, english) =
      switch feature {
      case .directive: ("不支持这样的 YAML 指令", "this YAML directive is not supported")
      case .tag: ("不支持这样的 YAML 标签", "this YAML tag is not supported")
      case .complexKey: ("键必须是文字，不能是列表或映射", "a key must be text, not a list or a mapping")
      }
    return Message("yaml-unsupported", chinese: chinese, english: english)
  }

  static let severalDocuments = Message(
    "several-documents", chinese: "文件里有不止一份 YAML 文档", english: "the file holds more than one YAML document",
    hint: Hint(chinese: "每份数据单独存一个文件", english: "give each document a file of its own"))

  static let tabIndentation = Message(
    "tab-indentation", chinese: "缩进用了制表符", english: "a tab is used for indentation",
    hint: Hint(chinese: "YAML 的缩进只能用空格", english: "YAML indents with spaces only"))

  static let yamlIndentation = Message(
    "yaml-indentation", chinese: "缩进与上文对不齐", english: "the indentation does not match the lines above",
    hint: Hint(chinese: "同一级的各行左边要对齐", english: "lines of one level begin in the same column"))

  static let yamlUnexpectedContent = Message(
    "yaml-unexpected", chinese: "值在此之前已经结束，多出了内容", english: "the value ended before this; there is more",
    hint: Hint(
      chinese: "文字里有引号、冒号或 # 时，把整段文字用引号括起来",
      english: "put the whole text in quotation marks if it holds quotation marks, colons or #"))

  static let yamlSecondColon = Message(
    "yaml-second-colon", chinese: "一行里有两个“键: 值”", english: "two `key: value` on one line",
    hint: Hint(
      chinese: "文字里有冒号加空格时，把整段文字用引号括起来",
      english: "put the text in quotation marks if it holds a colon and a blank"))

  static let yamlBlockOnKeyLine = Message(
    "yaml-block-on-line", chinese: "列表不能写在键的同一行", english: "a list cannot begin on its key's line",
    hint: Hint(chinese: "另起一行，或写成 [ … ]", english: "begin it on the next line, or write it as [ … ]"))

  static let yamlItemAmongKeys = Message(
    "yaml-item-among-keys", chinese: "此处应是“键: 值”，却是列表的一项",
    english: "a list item where `key: value` is expected")

  /// Why no colon was found after a key.
  enum MissingColon {
    case fullWidth, noBlank, none
  }

  static func yamlMissingColon(_ reason: MissingColon) -> Message {
    let hint: Hint? =
      switch reason {
      case .fullWidth:
        Hint(chinese: "把全角冒号“：”改成半角冒号加空格", english: "write `: ` for the full-width colon")
      case .noBlank: Hint(chinese: "冒号后面要有一个空格", english: "a blank must follow the colon")
      case .none: nil
      }
    return Message(
      "yaml-missing-colon", chinese: "此处应是“键: 值”，但没有找到冒号加空格",
      english: "`key: value` is expected here, but there is no colon with a blank", hint: hint)
  }

  static let yamlEmptyKey = Message("yaml-empty-key", chinese: "冒号前没有键", english: "no key before the colon")

  static func yamlReservedCharacter(_ byte: UInt8) -> Message {
    let character = byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : " "
    return Message(
      "yaml-reserved", chinese: "文字不能以 `\(character)` 开头", english: "text cannot begin with `\(character)`",
      hint: Hint(chinese: "把文字用引号括起来", english: "put the text in quotation marks"))
  }

  static func yamlExpectedInBrackets(closing: String) -> Message {
    Message(
      "yaml-brackets", chinese: "此处应是 `,` 或 `\(closing)`", english: "`,` or `\(closing)` is expected here")
  }

  static let yamlUnclosedBracket = Message(
    "yaml-unclosed", chinese: "括号没有配对", english: "the bracket is not closed")

  static let yamlBlockHeader = Message(
    "yaml-block-header", chinese: "`|` 或 `>` 的后面只能换行", english: "only the line's end may follow `|` or `>`")

  static let yamlBadAnchor = Message(
    "yaml-anchor", chinese: "锚点或别名的写法不对", english: "this is no anchor or alias",
    hint: Hint(
      chinese: "文字以 * 或 & 开头时，把整段文字用引号括起来；锚点名只能用英文字母、数字、- 和 _",
      english: "put text that begins with * or & in quotation marks; anchors are named with a–z, 0–9, - and _"
    ))

  static func unknownAnchor(_ name: String) -> Message {
    Message(
      "yaml-unknown-alias", chinese: "别名 `*\(quoted(name))` 没有对应的锚点",
      english: "the alias `*\(quoted(name))` has no anchor before it")
  }

  static func aliasesTooLarge(maximum: Int) -> Message {
    Message(
      "aliases-too-large", chinese: "别名展开后超过 \(maximum) 个值",
      english: "the aliases unfold to more than \(maximum) values")
  }

  static let yamlBadMerge = Message(
    "yaml-merge", chinese: "`<<` 的值必须是映射", english: "the value of `<<` must be a mapping")

  /// A key short enough for a message.
  static func unknownEncoding(_ name: String) -> Message {
    Message(
      "unknown-encoding", chinese: "本机不能转换 \(name) 编码", english: "this machine can't convert from \(name)",
      hint: Hint(chinese: "请另存为 UTF-8", english: "save the file again as UTF-8"))
  }

  static func notText(_ encoding: String) -> Message {
    Message(
      "not-text", chinese: "此处既不是 UTF-8，也不是 \(encoding) 编码的文字",
      english: "these bytes are neither UTF-8 nor \(encoding)",
      hint: Hint(chinese: "请另存为 CSV UTF-8", english: "save the file again as CSV UTF-8"))
  }

  static let csvEmpty = Message(
    "csv-empty", chinese: "文件是空的；第一行应是各列的名称",
    english: "the file is empty; the first row should name the columns")

  static func csvNoName(column: Int) -> Message {
    Message(
      "csv-no-name", chinese: "第一行的第 \(column) 列没有名称",
      english: "column \(column) has no name in the first row")
  }

  static func csvTwoNames(_ name: String) -> Message {
    Message(
      "csv-two-names", chinese: "第一行里 `\(quoted(name))` 有两列",
      english: "two columns are called `\(quoted(name))`",
      hint: Hint(chinese: "改名，或删去一列", english: "rename or delete one"))
  }

  static func csvFields(_ count: Int, of wanted: Int) -> Message {
    Message(
      "csv-fields", chinese: "这一行有 \(count) 列，第一行有 \(wanted) 列",
      english: "the row has \(count) fields, the first row has \(wanted)",
      hint: Hint(
        chinese: "含有逗号的内容要用双引号括起来", english: "put what has a comma in it in double quotation marks"))
  }

  static let csvBehindQuote = Message(
    "csv-quote", chinese: "引号后面还有文字", english: "there is text behind the closing quotation mark",
    hint: Hint(chinese: "内容里的引号要写两个", english: "write a quotation mark within a field as two"))

  static let csvOpenQuote = Message(
    "csv-quote", chinese: "引号没有配对", english: "the quotation mark is not closed",
    hint: Hint(chinese: "内容里的引号要写两个", english: "write a quotation mark within a field as two"))

  static let recordNotMapping = Message(
    "record-not-mapping", chinese: "每条记录应是“名称: 值”的映射",
    english: "a record must be a mapping of names to values")

  static let notList = Message(
    "not-list", chinese: "此处应是一个列表", english: "a list is expected here")

  private static func quoted(_ key: String) -> String {
    var short = ""
    for scalar in key.unicodeScalars.prefix(40) {
      short.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return key.unicodeScalars.count > 40 ? short + "…" : short
  }
}
