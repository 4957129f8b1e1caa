/// Running text of any length.
enum GrownProse {
  /// Text of `count` lines, in paragraphs of one to five.
  static func paragraphs(lines count: Int) -> [String] {
    let words = Array(String(repeating: "继续做好政府信息公开工作，依法答复申请，按时编制年度报告。", count: 6))
    var paragraphs: [String] = []
    var left = count
    for length in [4, 1, 3, 2, 5].cycled(count) where left > 0 {
      let lines = min(length, left)
      // The last line is not full, so that punctuation pushed to the next one adds none.
      let characters = lines == 1 ? 18 : 28 * lines - 2 - 10
      paragraphs.append(String(words.prefix(characters - 1)).trimmingEnd + "。")
      left -= lines
    }
    return paragraphs
  }
}

extension Array {
  /// Its elements over and over, `count` of them.
  fileprivate func cycled(_ count: Int) -> [Element] { (0..<count).map { self[$0 % self.count] } }
}

extension String {
  /// Without punctuation at the end.
  fileprivate var trimmingEnd: String {
    var text = self
    while let last = text.last, "，。".contains(last) { text.removeLast() }
    return text
  }
}
