/// What fonts are called inside of PDFs.
enum FontNames {
  /// The PostScript names of fonts that are called otherwise in documents, in small letters without marks; the face
  /// of another foundry that offices take for the same stands with them.
  private static let known: [String: [String]] = [
    "仿宋_gb2312": ["fangsonggb2312", "fangsong", "stfangsong", "fzfsk"],
    "仿宋": ["fangsong", "fangsonggb2312", "stfangsong"],
    "楷体_gb2312": ["kaitigb2312", "kaiti", "stkaiti", "fzktk"],
    "楷体": ["kaiti", "kaitigb2312", "stkaiti"],
    "黑体": ["simhei", "stheiti", "fzhtk"],
    "宋体": ["simsun", "nsimsun", "stsong", "fzssk"],
    "方正小标宋简体": ["fzxbsjw", "fzxbsk", "fzxiaobiaosong", "fzxbsjwgb10"],
    "方正小标宋_gbk": ["fzxbsk", "fzxbsjw", "fzxiaobiaosong"],
    "times new roman": ["timesnewroman"],
  ]

  /// Whether a PDF that has fonts of these names has the font that a document calls `name`.
  static func isFont(_ name: String, among names: [String]) -> Bool {
    let wanted = known[name.lowercased()] ?? [plain(name)]
    return names.contains { found in
      let found = plain(found)
      return wanted.contains { !$0.isEmpty && found.hasPrefix($0) }
    }
  }

  /// In small letters, without what divides them.
  private static func plain(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.filter { !"-_ ,.".unicodeScalars.contains($0) }.map(Character.init))
  }
}
