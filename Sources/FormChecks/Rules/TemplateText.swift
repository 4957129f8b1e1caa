import Diagnostics

/// `template-text`: an instruction of the form was left in the report (该部分以表格形式报告。表格如下：), or a place to fill
/// in (XX年, ××件).
struct TemplateText: Rule {
  let id = "template-text"
  let level = Diagnostic.Severity.error

  private static let instructions = [
    "以表格形式报告", "以文字形式报告", "表格如下", "该部分以", "此处填写", "此处插入", "请填写", "（填写", "待填写", "在此填写",
  ]

  func findings(in subject: Subject) -> [Finding] {
    subject.paragraphs.compactMap { paragraph in
      if paragraph.text.mentions(anyOf: Self.instructions) {
        return finding(.templateText(paragraph.name), in: subject, at: paragraph)
      }
      return Self.hasPlaceholder(paragraph.text)
        ? finding(.placeholder(paragraph.name), in: subject, at: paragraph) : nil
    }
  }

  /// Two or more of ×, X, ＿, or 〇 and a blank, with a unit behind: XX年, ××××件.
  private static func hasPlaceholder(_ text: [Unicode.Scalar]) -> Bool {
    var run = 0
    for (index, scalar) in text.enumerated() {
      if scalar == "X" || scalar == "x" || scalar == "×" || scalar == "_" || scalar == "＿" {
        run += 1
        continue
      }
      // 12×× 年 and the like have a digit before; a model number has a letter behind.
      if run >= 2, units.contains(scalar), index >= run { return true }
      run = 0
    }
    return false
  }

  private static let units: Set<Unicode.Scalar> = [
    "年", "月", "日", "件", "条", "份", "次", "个", "篇", "%", "元", "万",
  ]
}
