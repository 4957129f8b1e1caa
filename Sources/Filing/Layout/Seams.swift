/// Where the meaning of a title or of an agency's name is whole.
enum Seams {
  private static let words = [
    "自治区", "自治州", "自治县", "省", "市", "州", "县", "区", "乡", "镇", "街道", "年", "人民政府", "办事处", "办公室", "委员会",
    "政府信息公开", "工作", "年度报告", "报告",
  ]
  /// Words that the text before them can do without, so that a line can begin with them.
  private static let beginnings: Set<String> = ["人民政府", "办事处", "办公室", "政府信息公开", "工作", "年度报告"]

  /// The counts of scalars from the start of `text` where a line can end.
  static func of(_ text: String) -> Set<Int> {
    let scalars = Array(text.unicodeScalars)
    var seams: Set<Int> = []
    for word in words {
      let letters = Array(word.unicodeScalars)
      guard letters.count <= scalars.count else { continue }
      for start in 0...(scalars.count - letters.count)
      where scalars[start..<(start + letters.count)].elementsEqual(letters) {
        // 自治区, not 自治 and 区.
        seams.insert(start + letters.count)
        if beginnings.contains(word) { seams.insert(start) }
      }
    }
    return seams
  }
}
