/// Running text made ready for reading: one scalar for each character that counts, whatever keyboard wrote it.
enum ProseText {
  /// The text with half-width digits, letters and signs, Chinese punctuation, and no blanks or line breaks.
  ///
  /// A comma between digits that groups thousands (1,234) is left out; a point between digits stays a point.
  static func normalised(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let plain = plain(scalar) { scalars.append(plain) }
    }
    return withoutGrouping(scalars)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF: nil
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF05, 0xFF20:
      Unicode.Scalar(scalar.value - 0xFEE0)
    default: punctuation[scalar] ?? scalar
    }
  }

  private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
    "(": "（", ")": "）", ":": "：", ";": "；", "!": "！", "?": "？", "〔": "（", "〕": "）", "【": "（", "】": "）",
    "[": "（", "]": "）", "<": "〈", ">": "〉", "○": "〇", "％": "%", "﹪": "%",
  ]

  private static func withoutGrouping(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      guard scalar == "," else {
        result.append(scalar)
        continue
      }
      var digits = 0
      while index + 1 + digits < scalars.count, digits < 4, scalars[index + 1 + digits].isDigit {
        digits += 1
      }
      let isGrouping = index > 0 && scalars[index - 1].isDigit && digits == 3
      if !isGrouping { result.append("，") }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// An ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// What ends a sentence.
  var endsSentence: Bool { self == "。" || self == "！" || self == "？" }
}

extension [Unicode.Scalar] {
  /// Whether `words` stand in it one after another.
  func mentions(_ word: String) -> Bool { firstIndex(of: word) != nil }

  /// Whether any of the words stands in it.
  func mentions(anyOf words: [String]) -> Bool { words.contains { mentions($0) } }

  /// Where a word begins.
  func firstIndex(of word: String) -> Int? {
    let wanted = Array(word.unicodeScalars)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == first {
      if self[start..<(start + wanted.count)].elementsEqual(wanted) { return start }
    }
    return nil
  }

  /// Whether a word stands at an index.
  func has(_ word: String, at index: Int) -> Bool {
    index >= 0 && self[Swift.min(index, count)...].starts(with: word.unicodeScalars)
  }

  /// The scalars without what stands between the words given and without these.
  func without(_ words: [String]) -> [Unicode.Scalar] {
    var rest = self
    for word in words {
      while let start = rest.firstIndex(of: word) {
        rest.removeSubrange(start..<(start + word.unicodeScalars.count))
      }
    }
    return rest
  }
}
