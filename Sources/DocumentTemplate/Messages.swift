import Diagnostics
import TemplateLanguage

extension Message {
  static func noCarrier(_ carrier: ScannedTag.Carrier) -> Message {
    Message(
      "no-carrier", chinese: "此标签带有“\(carrier.letters)”前缀，但它不在\(carrier.chinese)里",
      english: "the tag has the prefix \(carrier.letters) but does not stand in a \(carrier.english)",
      hint: Hint(chinese: "去掉前缀，或把标签移入表格", english: "drop the prefix, or move the tag into a table"))
  }

  static func carrierNotAlone(_ carrier: ScannedTag.Carrier) -> Message {
    Message(
      "carrier-not-alone",
      chinese: "“\(carrier.letters)”标签所在的\(carrier.chinese)会消失，但其中还有其他内容",
      english:
        "the \(carrier.english) that holds a \(carrier.letters) tag disappears, but there is more in it",
      hint: Hint(
        chinese: "让该标签独占一个\(carrier.chinese)，或去掉前缀",
        english: "give the tag a \(carrier.english) of its own, or drop the prefix"))
  }

  static func tagBesideCarrierTag(_ carrier: ScannedTag.Carrier) -> Message {
    Message(
      "carrier-not-alone",
      chinese: "此标签所在的\(carrier.chinese)因“\(carrier.letters)”标签而消失，此标签会丢失",
      english:
        "the \(carrier.english) that holds this tag disappears because of a \(carrier.letters) tag in it",
      hint: Hint(
        chinese: "把两个标签放进不同的\(carrier.chinese)", english: "put the two tags into a \(carrier.english) each"))
  }

  static let unclosedRaw = Message(
    "unclosed-block", chinese: "`raw` 没有对应的 `endraw`，其后的标签都不起作用",
    english: "`raw` has no `endraw`, and no tag behind it does anything")

  static func crossing(close: TagRecord) -> Message {
    Message(
      "crossing-block",
      chinese: "此块在这里开始，却在不同的结构里结束：\(close.spot.text(in: .chinese))，\(close.text)",
      english:
        "the block begins here but ends in a different structure: \(close.spot.text(in: .english)), \(close.text)",
      hint: Hint(
        chinese: "开始和结束标签应在同一段、同一格、同一行或同一表格之内",
        english: "the opening and the closing tag must stand in the same paragraph, cell, row or table"))
  }

  static let noList = Message(
    "no-list", chinese: "此标签不在有编号的段落里，后面也没有这样的段落",
    english: "the tag does not stand in a numbered paragraph, and none follows",
    hint: Hint(
      chinese: "把标签写在列表段落里；ODT 中须写在列表项里",
      english: "write the tag into a paragraph of the list; in .odt into an item of it"))

  static let listTagInBlock = Message(
    "list-tag-in-block", chinese: "此标签不能写在段落内部的块里，因为编号在段落开头就已确定",
    english: "the tag can't stand in a block within its paragraph, whose number is settled at its beginning",
    hint: Hint(
      chinese: "把条件写进标签：{% list restart if loop.first %}",
      english: "put the condition into the tag: {% list restart if loop.first %}"))

  static let textBesideBlockTag = Message(
    "text-beside-block-tag",
    chinese: "此块跨越多个段落，标签旁的文字会随块一起出现或消失",
    english: "the block spans several paragraphs, and the text beside this tag would come and go with it",
    hint: Hint(chinese: "让标签独占一段", english: "give the tag a paragraph of its own"))

  static func forbiddenCharacter(_ value: UInt32) -> Message {
    let code = String(value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Message(
      "forbidden-character", chinese: "数据中有文档不能容纳的控制字符 U+\(padded)",
      english: "the value holds the control character U+\(padded), which a document cannot hold",
      hint: Hint(chinese: "请从数据中删除该字符", english: "remove it from the data"))
  }

  static let textAmongCells = Message(
    "misplaced-value", chinese: "文字不能直接放在表格的行或单元格之间",
    english: "text can't stand among the rows or cells of a table",
    hint: Hint(chinese: "去掉标签的前缀 tr 或 tc", english: "drop the tag's prefix tr or tc"))

  static let markupDoesNotFit = Message(
    "misplaced-value", chinese: "这里放不下该内容：段落、单元格或行不能放在更小的结构里",
    english: "the value holds paragraphs, cells or rows, which can't stand here",
    hint: Hint(
      chinese: "给标签加上前缀 p、tc 或 tr，让它独占一段、一格或一行",
      english: "give the tag the prefix p, tc or tr, and a paragraph, cell or row of its own"))

  static func unknownStyle(_ name: String, _ family: StyleNames.Family, near: String?) -> Message {
    let kind = family == .paragraph ? ("段落样式", "paragraph style") : ("字符样式", "character style")
    return Message(
      "unknown-style", chinese: "模板中没有\(kind.0)“\(name)”",
      english: "the template has no \(kind.1) called “\(name)”",
      hint: near.map { Hint(chinese: "您是否想用“\($0)”？", english: "did you mean “\($0)”?") })
  }

  static let unsuitableAddress = Message(
    "unsuitable-address", chinese: "链接地址不可用：应以 https:、http:、mailto:、tel:、ftp: 或 # 开头",
    english: "the link's address does not begin with https:, http:, mailto:, tel:, ftp: or #")

  static let unsuitablePictureSize = Message(
    "unsuitable-picture-size", chinese: "图片的宽和高应大于零",
    english: "the width and the height of a picture must be greater than zero")

  static let unsuitableWidth = Message(
    "unsuitable-character-width", chinese: "字符缩放应在 1% 至 600% 之间",
    english: "the width of characters is not between 1 and 600 percent")

  static let unsuitableFontSize = Message(
    "unsuitable-font-size", chinese: "字号应在 1 至 1638 磅之间",
    english: "the font size is not between 1 and 1638 points",
    hint: Hint(chinese: "size 以半磅计：三号字是 32", english: "size counts half-points: 32 is 16 pt"))

  static func unknownKey(_ name: String, near: String?) -> Message {
    Message(
      "unknown-key", chinese: "未知的键 `\(name)`", english: "unknown key `\(name)`",
      hint: near.map { Hint(chinese: "您是否想用 `\($0)`？", english: "did you mean `\($0)`?") })
  }

  static func unknownWord(_ word: String, near: String?) -> Message {
    Message(
      "unknown-word", chinese: "未知的取值 `\(word)`", english: "unknown word `\(word)`",
      hint: near.map { Hint(chinese: "您是否想用 `\($0)`？", english: "did you mean `\($0)`?") })
  }

  static func wrongValue(_ key: String, wanted: (chinese: String, english: String)) -> Message {
    Message(
      "wrong-value", chinese: "`\(key)` 的值应为\(wanted.chinese)",
      english: "the value of `\(key)` should be \(wanted.english)")
  }

  static func unreadableFile(_ name: String) -> Message {
    Message(
      "unreadable-file", chinese: "无法读取文件 \(name)", english: "the file \(name) can't be read")
  }

  static func notPrintable(_ type: String) -> Message {
    Message(
      "not-printable", chinese: "\(type) 类型的值不能作为文字输出",
      english: "a value of type \(type) can't be printed as text")
  }
}

extension ScannedTag.Carrier {
  var letters: String {
    switch self {
    case .paragraph: "p"
    case .row: "tr"
    case .cell: "tc"
    case .run: "r"
    }
  }

  var chinese: String {
    switch self {
    case .paragraph: "段落"
    case .row: "表格行"
    case .cell: "单元格"
    case .run: "文本块"
    }
  }

  var english: String {
    switch self {
    case .paragraph: "paragraph"
    case .row: "table row"
    case .cell: "table cell"
    case .run: "run"
    }
  }
}
