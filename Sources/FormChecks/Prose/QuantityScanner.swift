import TemplateLanguage

/// Finds the quantities of a sentence.
struct QuantityScanner {
  private struct Found {
    var number: ChineseNumber
    var precision: Quantity.Precision
    var unit: String
    var range: Range<Int>
    var depth: Int
  }

  private let text: [Unicode.Scalar]
  /// How many brackets each scalar stands in; titles in 《》 hide what is in them.
  private var depths: [Int] = []
  private var isTitle: [Bool] = []
  private var found: [Found] = []

  static func quantities(in text: [Unicode.Scalar]) -> [Quantity] {
    var scanner = QuantityScanner(text)
    scanner.scan()
    return scanner.found.indices.map(scanner.quantity)
  }

  private init(_ text: [Unicode.Scalar]) {
    self.text = text
    var depth = 0
    var titles = 0
    for scalar in text {
      if scalar == "）", depth > 0 { depth -= 1 }
      if scalar == "》", titles > 0 { titles -= 1 }
      depths.append(depth)
      isTitle.append(titles > 0)
      if scalar == "（" { depth += 1 }
      if scalar == "《" { titles += 1 }
    }
  }

  private mutating func scan() {
    var index = 0
    while index < text.count {
      guard !isTitle[index],
        text[index].isDigit || ChineseNumber.isNumeral(text[index]) || isPercentage(index)
      else {
        index += 1
        continue
      }
      let start = index
      if isPercentage(start) {
        index = start + 3
        guard index < text.count, let number = ChineseNumber(in: text, at: index) else { continue }
        index = number.end
        add(number, unit: "%", end: number.end, start: start)
        continue
      }
      guard let number = ChineseNumber(in: text, at: start) else {
        index += 1
        continue
      }
      index = max(number.end, start + 1)
      guard !isOrdinal(start), let unit = unit(at: number.end) else { continue }
      add(number, unit: unit.name, end: unit.end, start: start)
      index = unit.end
    }
  }

  private func isPercentage(_ index: Int) -> Bool { text.has("百分之", at: index) }

  /// 第二十条, a code such as A12, or the 一 of 每一件.
  private func isOrdinal(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    return before == "第" || before == "-" || before == "/" || before.properties.isAlphabetic && before.isASCII
      || text[start] == "一" && Self.noneAfter.contains(before)
  }

  private static let noneAfter: Set<Unicode.Scalar> = ["每", "同", "任", "某", "这", "那", "首", "哪", "另"]

  private func unit(at index: Int) -> (name: String, end: Int)? {
    for unit in Self.units where text.has(unit.written, at: index) {
      let end = index + unit.written.unicodeScalars.count
      // 一件事, 条例 and 个人 are no units; 项目 and 条件 stand for themselves.
      if end < text.count, let bad = Self.notBefore[unit.written], bad.contains(text[end]) { return nil }
      return (unit.name, end)
    }
    return nil
  }

  private static let units: [(written: String, name: String)] =
    [("件次", "件"), ("条次", "条"), ("人次", "人次"), ("场次", "场"), ("个百分点", "百分点"), ("个百分", "百分点")]
    + [
      "件", "条", "份", "宗", "起", "例", "次", "个", "项", "封", "篇", "期", "场", "部", "册", "家", "名", "元", "批", "户", "类",
      "%", "组", "轮", "位", "幅", "人",
    ]
    .map { ($0, $0) }

  private static let notBefore: [String: Set<Unicode.Scalar>] = [
    "件": ["事"], "条": ["例", "件", "款"], "个": ["人", "月", "工", "部", "方", "百"], "项": ["目"], "例": ["会"], "次": ["会"],
    "部": ["门", "分"], "名": ["称"], "类": ["型"], "位": ["置"], "起": ["来", "草", "至"], "期": ["间", "限"], "组": ["织"],
    "人": ["民"], "家": ["庭"], "批": ["复", "准"], "份": ["额"],
  ]

  private mutating func add(_ number: ChineseNumber, unit: String, end: Int, start: Int) {
    var precision: Quantity.Precision = number.isOpen ? .open : .exact
    if number.isVague { precision = .vague }
    let before = Array(text[max(0, start - 3)..<start])
    if Self.vagueBefore.contains(where: { before.ends(with: $0) }) { precision = .vague }
    if Self.openBefore.contains(where: { before.ends(with: $0) }), precision == .exact { precision = .open }
    let after = Array(text[min(end, text.count)..<min(end + 2, text.count)])
    if Self.vagueAfter.contains(where: { after.starts(with: $0.unicodeScalars) }) { precision = .vague }
    found.append(
      Found(
        number: number, precision: precision, unit: unit, range: start..<end, depth: depths[start]))
  }

  private static let vagueBefore = ["近", "约", "不足", "不到", "至多", "不超过"]
  private static let openBefore = ["超", "超过", "逾", "突破", "至少", "不少于"]
  private static let vagueAfter = ["左右", "以上", "以内", "上下", "以下"]

  // MARK: Around a number

  private func quantity(_ index: Int) -> Quantity {
    let item = found[index]
    let before = label(before: index)
    return Quantity(
      value: item.number.value, step: item.number.step, precision: item.precision, unit: item.unit,
      range: item.range, depth: item.depth, label: before.label, follows: text(after: index),
      opener: before.opener)
  }

  private func label(before index: Int) -> (label: [Unicode.Scalar], opener: Quantity.Opener) {
    let item = found[index]
    let previousEnd = found[..<index].last { $0.depth <= item.depth }?.range.upperBound ?? 0
    var label: [Unicode.Scalar] = []
    var position = item.range.lowerBound - 1
    while position >= previousEnd {
      let scalar = text[position]
      let isInBrackets = depths[position] > item.depth || isTitle[position]
      if !isInBrackets, scalar != "）", scalar != "》" {
        if Self.marks.contains(scalar) || depths[position] < item.depth {
          return (label.reversed(), .mark(scalar))
        }
        if scalar != "《", scalar != "（" { label.append(scalar) }
      }
      position -= 1
    }
    return (label.reversed(), previousEnd > 0 ? .quantity : .start)
  }

  private func text(after index: Int) -> [Unicode.Scalar] {
    let item = found[index]
    let next = found[(index + 1)...].first { $0.depth <= item.depth }?.range.lowerBound ?? text.count
    var follows: [Unicode.Scalar] = []
    var position = item.range.upperBound
    while position < next {
      let scalar = text[position]
      let isInBrackets = depths[position] > item.depth || isTitle[position]
      if !isInBrackets, scalar != "（", scalar != "《", scalar != "》" {
        // What stands right before the next number is that one's label.
        if Self.marks.contains(scalar) || scalar == "、" || depths[position] < item.depth { return follows }
        if scalar != "）" { follows.append(scalar) }
      }
      position += 1
    }
    return next == text.count ? follows : []
  }

  /// What ends a label; 、 does not, for it joins what one number counts.
  private static let marks: Set<Unicode.Scalar> = ["，", "。", "；", "：", "！", "？"]
}

extension [Unicode.Scalar] {
  func ends(with word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    return count >= wanted.count && suffix(wanted.count).elementsEqual(wanted)
  }
}
