import Diagnostics
import TemplateLanguage

/// What is to be said when reports are added up.
extension Message {
  static func otherEdition(_ name: LocalizedText, sum: LocalizedText) -> Message {
    Message(
      "other-edition", chinese: "这份报告是\(name.chinese)，汇总用\(sum.chinese)",
      english: "this report is on the \(name.english), the sum on the \(sum.english)")
  }

  static func unitWithoutFigure(_ cell: FormCell, units: [String]) -> Message {
    let some = units.prefix(3)
    return Message(
      "unit-without-figure",
      chinese:
        "\(cell.label(in: .chinese))不能汇总：\(units.count)个单位没有这个数（\(some.joined(separator: "、"))\(units.count > 3 ? "等" : "")）",
      english:
        "\(cell.label(in: .english)) can't be added up: \(units.count) units have no figure for it (\(some.joined(separator: ", "))\(units.count > 3 ? ", …" : ""))"
    )
  }

  static func sumTooGreat(_ cell: FormCell) -> Message {
    Message(
      "sum-too-great", chinese: "\(cell.label(in: .chinese))的合计太大",
      english: "the sum of \(cell.label(in: .english)) is too great"
    )
  }

  // MARK: Rosters

  static let noAgencyColumn = Message(
    "no-agency-column", chinese: "名单的第一行里没有 agency 一列",
    english: "the roster's first row has no column `agency`")

  static let noAgencyInRow = Message(
    "no-agency", chinese: "名单的这一项没有机关名称", english: "this entry of the roster has no agency")

  static let rosterIsNoList = Message(
    "roster-not-list", chinese: "名单应是列表", english: "the roster must be a list",
    hint: Hint(
      chinese: "YAML 列表，或有 agency 一列的 .csv", english: "a YAML list, or a .csv with a column `agency`"))

  static func twiceOnRoster(_ agency: String) -> Message {
    Message("twice-on-roster", chinese: "\(agency)在名单里有两次", english: "\(agency) is on the roster twice")
  }

  static func unitMissing(_ agency: String) -> Message {
    Message("unit-missing", chinese: "缺\(agency)的报告", english: "the report of \(agency) is missing")
  }

  static func notOnRoster(_ agency: String, nearest: String?) -> Message {
    Message(
      "not-on-roster", chinese: "\(agency)不在名单上", english: "\(agency) is not on the roster",
      hint: nearest.map { Hint(chinese: "是不是\($0)？", english: "did you mean \($0)?") })
  }
}
