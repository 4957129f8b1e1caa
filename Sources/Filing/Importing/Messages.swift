import Diagnostics
import Forms

/// What is to be said about a document that was read.
extension Message {
  // MARK: The document

  static func editionFound(_ name: LocalizedText, others: Int) -> Message {
    let (chinese, english) =
      others > 0
      ? ("，其中\(others)处文字与该版不同", ", with \(others) labels in other words") : ("", "")
    return Message(
      "edition-found", chinese: "按\(name.chinese)读入\(chinese)",
      english: "read as the \(name.english)\(english)")
  }

  static let unknownDocument = Message(
    "unknown-document", chinese: "不是可以读入的文件", english: "not a document that can be read",
    hint: Hint(
      chinese: "可以读入 .docx、.odt、.html 和 .txt；.doc、.wps 请先另存为 .docx",
      english: "there are .docx, .odt, .html and .txt; save .doc and .wps as .docx first"))

  static func unknownCharset(_ name: String) -> Message {
    Message(
      "unknown-charset", chinese: "不认识的字符编码 \(name)", english: "unknown character encoding \(name)")
  }

  static let noTitle = Message(
    "no-title", chinese: "没有找到标题，读不出机关和年度", english: "no title was found to tell agency and year",
    hint: Hint(chinese: "标题形如“某某县2021年政府信息公开工作年度报告”", english: "such as 某某县2021年政府信息公开工作年度报告"))

  static let noAgency = Message(
    "no-agency", chinese: "标题和落款里都没有机关名称", english: "neither the title nor the signature names the agency")

  static let agencyFromTitle = Message(
    "agency-from-title", chinese: "没有落款，机关名称取自标题，请核对是否全称",
    english: "there is no signature; the agency is the title's: see whether it is the full name")

  static func noDate(published: String?) -> Message {
    Message(
      "no-date", chinese: "没有找到成文日期", english: "no date of the report was found",
      hint: published.map {
        Hint(
          chinese: "网页上的发布日期是 \($0)，不一定是成文日期",
          english: "the page was published on \($0), which may be another day")
      })
  }

  static let noOpening = Message(
    "no-opening", chinese: "标题和“一、总体情况”之间没有文字",
    english: "there is no text between the title and the first section")

  static let titleOfPage = Message(
    "title-of-page", chinese: "正文里没有标题，取自网页的标题",
    english: "there is no title in the text; it is the web page's")

  static func linesJoined(_ count: Int) -> Message {
    Message(
      "lines-joined", chinese: "有\(count)行接到了上一行，因为文字是按页宽断行的",
      english: "\(count) lines were joined to the line before, as lines are broken at the page's width")
  }

  static func noSection(_ heading: String) -> Message {
    Message("no-section", chinese: "没有找到“\(heading)”", english: "“\(heading)” was not found")
  }

  static func sectionByPart(_ heading: String) -> Message {
    Message(
      "section-by-part", chinese: "没有标题“\(heading)”，从它的第一个小标题起读",
      english: "there is no heading “\(heading)”; it is taken to begin at its first sub-heading")
  }

  static func outside(_ count: Int, before: Bool) -> Message {
    Message(
      "outside-report", chinese: "报告\(before ? "标题以前" : "成文日期以后")有\(count)处文字没有读入",
      english:
        "\(count) texts \(before ? "above the report's title" : "below the report's date") were left out")
  }

  static let portalLine = Message(
    "portal-line", chinese: "网页上的说明没有读入", english: "a line of the web page was left out")

  static let markRemoved = Message(
    "mark-removed", chinese: "去掉了书签标记", english: "a bookmark's mark was taken out")

  static let textWithoutPlace = Message(
    "text-without-place", chinese: "这段文字在表格部分，没有地方放",
    english: "there is no place for this text in a table's section")

  // MARK: Tables

  static let rowWithoutPlace = Message(
    "row-without-place", chinese: "这一行在表里没有位置", english: "there is no place for this row in the form")

  static let figureWithoutPlace = Message(
    "figure-without-place", chinese: "这个数在表里没有位置", english: "there is no place for this figure in the form")

  static func wrongFigureCount(found: Int, expected: Int) -> Message {
    Message(
      "wrong-figure-count", chinese: "这一行有\(found)个数，应有\(expected)个，没有读入",
      english: "this row has \(found) figures where \(expected) are due; it was left out")
  }

  static let labelNearly = Message(
    "label-nearly", chinese: "栏目文字与表上的略有出入", english: "the label differs a little from the form's")

  static let noHead = Message(
    "no-head", chinese: "没有表头，各数按表上的次序读入",
    english: "there is no head row; figures are taken in the form's order")

  static func readTwice(_ cell: FormCell) -> Message {
    Message(
      "read-twice", chinese: "\(cell.label(in: .chinese))出现两次，后一个没有读入",
      english: "\(cell.label(in: .english)) is there twice; the second was left out")
  }

  static func tableNotFound(_ heading: String) -> Message {
    Message(
      "table-not-found", chinese: "没有找到“\(heading)”的表", english: "the table of “\(heading)” was not found")
  }

  static func tableEmpty(_ heading: String) -> Message {
    Message("table-empty", chinese: "“\(heading)”的表里没有数", english: "the table of “\(heading)” has no figures")
  }

  static func figureNotFound(_ cell: FormCell) -> Message {
    Message(
      "figure-not-found", chinese: "没有找到\(cell.label(in: .chinese))",
      english: "\(cell.label(in: .english)) was not found")
  }

  // MARK: Figures

  static func figureUnreadable(_ cell: FormCell) -> Message {
    Message(
      "figure-unreadable", chinese: "\(cell.label(in: .chinese))不是数",
      english: "\(cell.label(in: .english)) is no number")
  }

  static func notApplicable(_ cell: FormCell) -> Message {
    Message(
      "not-applicable", chinese: "\(cell.label(in: .chinese))写的是没有，按 0 读入",
      english: "\(cell.label(in: .english)) says there is none; read as 0")
  }

  static func blanksAreZero(_ count: Int) -> Message {
    Message(
      "blanks-are-zero", chinese: "从这里起，这张表有\(count)个空格，按 0 读入",
      english: "from here on \(count) cells of this table are empty; they are read as 0")
  }

  static func remark(_ remark: FigureText.Remark, _ cell: FormCell) -> Message {
    switch remark {
    case .words:
      Message(
        "words-beside-figure", chinese: "\(cell.label(in: .chinese))除了数还有文字，只读入了数",
        english: "\(cell.label(in: .english)) has words beside the number; only the number was read")
    case .converted(let from, let to):
      Message(
        "unit-converted", chinese: "\(cell.label(in: .chinese))由\(from)换算为\(to)",
        english: "\(cell.label(in: .english)) was converted from \(from) to \(to)")
    }
  }
}
