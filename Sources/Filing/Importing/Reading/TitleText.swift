/// What a report's title says: 阿合奇县色帕巴依乡2021年政府信息公开工作年度报告.
struct TitleText {
  let text: String
  let agency: String
  let year: Int

  /// Nil if the text is no title.
  init?(_ text: String) {
    let line = text.trimmed
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 80, !scalars.contains("。"), line.contains("信息公开"), line.contains("报告") else {
      return nil
    }
    guard let year = Self.year(scalars) else { return nil }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[..<year.start])
    rest.append(contentsOf: scalars[year.end...])
    let joined = String(rest)
    guard let end = Self.subject(joined) else { return nil }
    self.text = line
    let name = String(joined[..<end]).trimmed
    agency = name.hasPrefix("关于") ? String(name.dropFirst(2)).trimmed : name
    self.year = year.number
  }

  /// Where the name ends and what the report is about begins.
  private static func subject(_ text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      for start in ["政府信息公开", "信息公开", "政务公开"] where rest.hasPrefix(start) { return index }
      index = text.unicodeScalars.index(after: index)
    }
    return nil
  }

  /// Four digits, of any width or Chinese, and 年 or 年度.
  private static func year(_ scalars: [Unicode.Scalar]) -> (number: Int, start: Int, end: Int)? {
    guard scalars.count > 4 else { return nil }
    for index in 0..<(scalars.count - 4) where scalars[index + 4] == "年" {
      guard let number = DateText.number(scalars[index..<(index + 4)]), (1900...2999).contains(number) else {
        continue
      }
      let isAnnual = index + 5 < scalars.count && scalars[index + 5] == "度"
      return (number, index, index + (isAnnual ? 6 : 5))
    }
    return nil
  }
}
