import Diagnostics
import TemplateLanguage

/// `}}` or `%}` with nothing that it closes.
struct StrayDelimiter: LintRule {
  let code = "stray-delimiter"
  let title = (chinese: "多余的标签结尾", english: "the end of a tag without its beginning")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.texts.flatMap { text in
      text.gaps.flatMap { gap -> [LintFinding] in
        let almost = AlmostATag.openers(in: text, gap)
        return Self.closers(text.bytes, gap)
          .filter { closer in !almost.contains { $0.overlaps(closer) } }
          .map { LintFinding(said, in: text, $0) }
      }
    }
  }

  private var said: Message {
    message("这里结束了一个没有开始的标签，会原样印出", "this ends a tag that has not begun, and is printed as it stands")
  }

  private static func closers(_ bytes: [UInt8], _ gap: Range<Int>) -> [Range<Int>] {
    let first: Set<UInt8> = [UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "#")]
    var found: [Range<Int>] = []
    var index = gap.lowerBound
    while index + 1 < gap.upperBound {
      if first.contains(bytes[index]), bytes[index + 1] == UInt8(ascii: "}") {
        found.append(index..<(index + 2))
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }
}
