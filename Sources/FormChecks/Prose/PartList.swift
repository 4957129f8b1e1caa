import TemplateLanguage

/// A total and the parts that the prose lists for it: in brackets right behind it, or after 其中.
struct PartList {
  /// The total.
  let total: Quantity
  /// The number of the sentence with the parts.
  let sentence: Int
  private let parts: [Quantity]
  /// Whether the list is in brackets and does not say 其中 or the like: then it is taken to be complete.
  private let isComplete: Bool
  /// Whether quantities of the same unit follow that are joined otherwise: parts of parts may be among the list.
  private let goesOn: Bool

  /// All lists of a paragraph, in order.
  static func lists(in paragraph: Paragraph) -> [PartList] {
    var lists: [PartList] = []
    for (index, sentence) in paragraph.sentences.enumerated() {
      lists += inBrackets(sentence)
      let before = index > 0 ? paragraph.sentences[index - 1] : nil
      lists += behindAmongWhich(sentence, before: before)
    }
    return lists
  }

  /// What the parts come to where that contradicts the total.
  var contradiction: (total: String, parts: String)? {
    guard total.precision == .exact, parts.count > 1, parts.allSatisfy({ $0.precision == .exact }) else {
      return nil
    }
    // A list may divide the total more than once: by who asked, then by what was answered.
    var rest = parts[...]
    var sum: Decimal = 0
    var segment: [Quantity] = []
    while let part = rest.popFirst() {
      sum = sum + part.value
      segment.append(part)
      if sum == total.value {
        sum = 0
        segment = []
      }
    }
    guard !segment.isEmpty else { return nil }
    guard segment.count == parts.count else { return nil }
    if sum < total.value {
      // A list after 其中 may name the greatest parts only, unless it ends with the others; where what it leaves out
      // is less than half the least of them, one was misspelt.
      let least = segment.map(\.value).min() ?? 0
      let namesOthers = segment.last?.label.mentions(anyOf: ["其他", "其它"]) ?? false
      guard isComplete || namesOthers || (total.value - sum) * 2 < least else { return nil }
    } else if goesOn || Self.sumWithoutNested(segment) == total.value || Self.isMixed(segment) {
      return nil
    }
    return (total.value.text, sum.text)
  }

  /// The sum without parts of parts: 复议7件，维持6件，未审结1件，诉讼4件 are 11.
  private static func sumWithoutNested(_ parts: [Quantity]) -> Decimal {
    var sum: Decimal = 0
    var index = 0
    while index < parts.count {
      let whole = parts[index].value
      sum = sum + whole
      var inner: Decimal = 0
      var end = index + 1
      while end < parts.count, inner < whole {
        inner = inner + parts[end].value
        end += 1
      }
      index = inner == whole && whole != 0 ? end : index + 1
    }
    return sum
  }

  /// Whether the parts divide the total in more than one way: by who asked, by which way, by what was answered.
  private static func isMixed(_ parts: [Quantity]) -> Bool {
    let kinds = [
      ["自然人", "公民", "个人", "法人", "企业", "组织", "机构"],
      ["网络", "网上", "在线", "线上", "线下", "平台", "信函", "当面", "现场", "传真", "邮", "窗口"],
      ["予以公开", "部分公开", "不予", "无法", "其他处理"],
    ]
    let used = kinds.filter { words in parts.contains { $0.label.mentions(anyOf: words) } }
    return used.count > 1
      || used.count == 1 && !parts.allSatisfy { $0.label.mentions(anyOf: used[0] + ["其他", "其它"]) }
  }

  // MARK: Finding lists

  private static func inBrackets(_ sentence: Sentence) -> [PartList] {
    var lists: [PartList] = []
    for total in sentence.quantities where sentence.text.has("（", at: total.range.upperBound) {
      let start = total.range.upperBound
      guard let end = closing(sentence.text, from: start) else { continue }
      let inside = Array(sentence.text[start..<end])
      let quantities = sentence.quantities.filter {
        $0.depth == total.depth + 1 && $0.range.lowerBound > start && $0.range.upperBound <= end
      }
      add(total, quantities, text: inside, sentence: sentence, isBracket: true, to: &lists)
    }
    return lists
  }

  private static func behindAmongWhich(_ sentence: Sentence, before: Sentence?) -> [PartList] {
    var lists: [PartList] = []
    let starts = sentence.text.indices(of: "其中")
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : sentence.text.count
      let outer = sentence.quantities.filter { $0.depth == 0 }
      let behind = outer.filter { $0.range.lowerBound > start && $0.range.upperBound <= end }
      let own = outer.filter { $0.range.upperBound <= start }
      // 。其中 goes on from the sentence before.
      let totals = own.isEmpty && start == 0 ? before?.quantities.filter { $0.depth == 0 } ?? [] : own
      guard let nearest = totals.last else { continue }
      let text = Array(sentence.text[start..<end])
      if alternates(behind) {
        for unit in Set(behind.map(\.unit)).sorted() {
          guard let total = totals.last(where: { $0.unit == unit }) else { continue }
          add(
            total, behind.filter { $0.unit == unit }, text: text, sentence: sentence, isBracket: false,
            to: &lists)
        }
      } else {
        let parts = list(behind, nearest.unit)
        let goesOn = behind.dropFirst(parts.count).first.map {
          $0.unit == nearest.unit && !$0.label.mentions(anyOf: Comparison.words + doings)
        }
        add(
          nearest, parts, text: text, sentence: sentence, isBracket: false, goesOn: goesOn ?? false,
          to: &lists)
      }
    }
    return lists
  }

  /// The quantities that follow each other in one unit, and are joined alike: all by 、 or all by commas.
  private static func list(_ quantities: [Quantity], _ unit: String) -> [Quantity] {
    var list: [Quantity] = []
    for quantity in quantities {
      guard quantity.unit == unit else { break }
      if list.count > 1, quantity.opener != list[1].opener { break }
      if list.count > 1, quantity.label.mentions(anyOf: Comparison.words + doings) { break }
      list.append(quantity)
    }
    return list
  }

  private static func add(
    _ total: Quantity, _ quantities: [Quantity], text: [Unicode.Scalar], sentence: Sentence, isBracket: Bool,
    goesOn: Bool = false, to lists: inout [PartList]
  ) {
    let parts = quantities.filter { $0.unit == total.unit }
    guard total.unit != "%", total.unit != "百分点", parts.count > 1,
      !total.label.mentions(anyOf: Comparison.words)
    else { return }
    // Each part must be told alike, and be one: not what became of it, nor last year's.
    guard !parts.contains(where: { $0.label.isEmpty && $0.follows.isEmpty }),
      !parts.contains(where: { $0.label.mentions(anyOf: Comparison.words + doings) }),
      !text.mentions(anyOf: incomplete)
    else { return }
    lists.append(
      PartList(
        total: total, sentence: sentence.number, parts: parts, isComplete: isBracket && !text.mentions("其中"),
        goesOn: goesOn))
  }

  /// Whether each part has the same units: 一件，收取420元；两件，收取290元.
  private static func alternates(_ quantities: [Quantity]) -> Bool {
    let units = Set(quantities.map(\.unit)).count
    guard units > 1, quantities.count % units == 0 else { return false }
    return quantities.indices.allSatisfy { $0 < units || quantities[$0].unit == quantities[$0 - units].unit }
  }

  /// Words by which a number is no part of the total but what was done with it.
  private static let doings = [
    "已", "办结", "答复", "结转", "办理完", "撤回", "完成", "回复", "整改", "率", "访问", "浏览", "点击", "阅读", "合计", "共计", "总计", "含",
    "包括", "均",
  ]

  /// Words by which a list names some of the parts only.
  private static let incomplete = ["等", "主要", "重点", "包括", "包含", "含", "如", "以及其他", "除", "特别是", "尤其"]

  private static func closing(_ text: [Unicode.Scalar], from start: Int) -> Int? {
    var depth = 0
    for index in start..<text.count {
      if text[index] == "（" { depth += 1 }
      if text[index] == "）" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}

extension [Unicode.Scalar] {
  /// Where a word begins, each time.
  fileprivate func indices(of word: String) -> [Int] {
    indices.filter { has(word, at: $0) }
  }
}
