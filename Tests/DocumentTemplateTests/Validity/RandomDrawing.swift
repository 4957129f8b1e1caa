import TestSupport

/// A template made at random with data of the shape it expects: blocks with and without prefixes around, between and
/// inside paragraphs, lists, containers, tables with merges, and tables in cells.
struct RandomDrawing {
  private(set) var drawing = Drawing([])
  var random: SeededGenerator
  /// How many more blocks may be drawn.
  private var budget = 40
  /// Whether some lines are wrong on purpose.
  private let isFlawed: Bool

  init(seed: UInt64, isFlawed: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.isFlawed = isFlawed
    drawing = Drawing(blocks(depth: 0, Scope()))
    if case .table? = drawing.blocks.last { drawing.blocks.append(.paragraph("")) }
  }

  /// What names there are, besides those of the data's top.
  struct Scope {
    /// The texts and numbers that can be printed.
    var values = ["t", "n", "e"]
    /// The lists, each with what its elements are.
    var lists: [(name: String, elements: Elements)] = [("xs", .values), ("us", .units)]
    var conditions = ["a", "b"]
    var loops = 0

    enum Elements {
      case values
      case units
    }
  }

  // MARK: Chance

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }

  // MARK: Blocks

  /// What a statement opens and closes with, and what is known inside.
  struct Statement {
    let open: String
    let middle: String?
    let close: String
    let scope: Scope
  }

  mutating func statement(_ scope: Scope, _ prefix: String) -> Statement {
    let dash = prefix.isEmpty ? "" : prefix
    if chance(3) {
      let condition = pick(scope.conditions)
      return Statement(
        open: "{%\(dash) if \(condition) %}", middle: chance(3) ? "{%\(dash) else %}" : nil,
        close: "{%\(dash) endif %}", scope: scope)
    }
    let list = pick(scope.lists)
    var inner = scope
    inner.loops += 1
    let item = "i\(inner.loops)"
    switch list.elements {
    case .values: inner.values.append(item)
    case .units:
      inner.values += ["\(item).k", "\(item).t"]
      inner.lists += [("\(item).xs", .values), ("\(item).us", .units)]
      inner.conditions.append("\(item).f")
    }
    return Statement(
      open: "{%\(dash) for \(item) in \(list.name) %}", middle: nil, close: "{%\(dash) endfor %}",
      scope: inner)
  }

  mutating func blocks(depth: Int, _ scope: Scope) -> [Drawing.Block] {
    var blocks: [Drawing.Block] = []
    for _ in 0..<number(depth == 0 ? 2...6 : 1...3) {
      budget -= 1
      guard budget > 0 else { break }
      switch number(0...(depth < 3 ? 11 : 3)) {
      case 0, 1: blocks.append(.paragraph(line(scope)))
      case 2: blocks.append(.heading(line(scope)))
      case 3:
        blocks.append(.paragraph(pick(["{{ r }}", "{{ p }}", "{{p p }}", "{{ g }}", "{{ e }}", "{{ l }}"])))
      case 4, 5: blocks += repeated(depth, scope)
      case 6: blocks.append(.list(items(depth, scope)))
      case 7:
        let inner = self.blocks(depth: depth + 1, scope)
        blocks.append(.container(inner.isEmpty ? [.paragraph("")] : inner))
      case 8: blocks += [.container(repeated(depth, scope))]
      default: blocks += [.table(table(depth, scope))] + (chance(2) ? [.paragraph(line(scope))] : [])
      }
    }
    return blocks
  }

  /// Blocks in a statement whose tags have paragraphs of their own, or share one with other text.
  private mutating func repeated(_ depth: Int, _ scope: Scope) -> [Drawing.Block] {
    let one = statement(scope, chance(2) ? "p" : "")
    var blocks: [Drawing.Block] = [.paragraph(one.open)]
    blocks += self.blocks(depth: depth + 1, one.scope)
    if let middle = one.middle { blocks += [.paragraph(middle), .paragraph(line(one.scope))] }
    return blocks + [.paragraph(one.close)]
  }

  private mutating func items(_ depth: Int, _ scope: Scope) -> [[Drawing.Block]] {
    if chance(3) { return [[.paragraph(line(scope))], [.paragraph(line(scope))]] }
    let one = statement(scope, chance(2) ? "p" : "")
    var items: [[Drawing.Block]] = chance(2) ? [] : [[.paragraph(line(scope))]]
    items.append([.paragraph(one.open)])
    items.append([.paragraph(line(one.scope))])
    if chance(3) { items[items.count - 1] += repeated(depth + 2, one.scope) }
    if let middle = one.middle { items += [[.paragraph(middle)], [.paragraph(line(one.scope))]] }
    return items + [[.paragraph(one.close)]]
  }

  // MARK: Tables

  private mutating func table(_ depth: Int, _ scope: Scope) -> [[Drawing.Cell]] {
    let columns = number(1...4)
    var rows: [[Drawing.Cell]] = []
    for _ in 0..<number(1...3) {
      if chance(2) {
        rows += repeatedRows(depth, columns, scope)
      } else {
        rows.append(row(depth, columns, scope))
      }
    }
    if chance(4) { sideCell(&rows) }
    return rows
  }

  /// A cell before all rows that reaches down over them.
  private mutating func sideCell(_ rows: inout [[Drawing.Cell]]) {
    // A row that a tag with a prefix takes along must hold nothing else.
    var text = "side"
    if case .paragraph(let line)? = rows[0][0].blocks.first, line.hasPrefix("{%tr") { text = "" }
    for index in rows.indices {
      let first = Drawing.Cell([.paragraph(text)], rows: rows.count)
      rows[index].insert(index == 0 ? first : .covered(), at: 0)
    }
  }

  private mutating func repeatedRows(_ depth: Int, _ columns: Int, _ scope: Scope) -> [[Drawing.Cell]] {
    if columns > 1, chance(2) {
      // The tags in the first and last cell of one row.
      let one = statement(scope, "")
      guard one.middle == nil else { return [row(depth, columns, scope)] }
      var cells = (0..<columns).map { _ in Drawing.Cell([.paragraph(line(one.scope))]) }
      cells[0] = Drawing.Cell([.paragraph(one.open + merging(one.scope) + line(one.scope, isFlat: true))])
      cells[columns - 1] = Drawing.Cell([.paragraph(line(one.scope, isFlat: true) + one.close)])
      return [cells]
    }
    let one = statement(scope, chance(2) ? "tr" : "")
    func marker(_ tag: String) -> [Drawing.Cell] { [Drawing.Cell([.paragraph(tag)], columns: columns)] }
    var rows = [marker(one.open), row(depth, columns, one.scope)]
    if chance(3) { rows += repeatedRows(depth, columns, one.scope) }
    if let middle = one.middle { rows += [marker(middle), row(depth, columns, one.scope)] }
    return rows + [marker(one.close)]
  }

  private mutating func merging(_ scope: Scope) -> String {
    chance(3) ? "{% vm \(pick(scope.values)) %}" : ""
  }

  private mutating func row(_ depth: Int, _ columns: Int, _ scope: Scope) -> [Drawing.Cell] {
    var cells: [Drawing.Cell] = []
    var column = 0
    while column < columns {
      let span = min(columns - column, chance(3) ? number(1...3) : 1)
      cells.append(Drawing.Cell(content(depth, scope), columns: span))
      column += span
    }
    return cells
  }

  private mutating func content(_ depth: Int, _ scope: Scope) -> [Drawing.Block] {
    switch number(0...9) {
    case 0: repeated(depth + 2, scope)
    case 1: blocks(depth: depth + 2, scope)
    case 2 where depth < 2: [.table(table(depth + 2, scope))]
    case 3: [.paragraph("{{ p }}")]
    case 4: [.list(items(depth + 1, scope))]
    case 5: [.paragraph("{% if a %}\(line(scope, isFlat: true))"), .paragraph("{% endif %}")]
    default: [.paragraph(merging(scope) + line(scope))]
    }
  }

  // MARK: Text

  /// A line of text and tags.
  private mutating func line(_ scope: Scope, isFlat: Bool = false) -> String {
    var text = isFlawed && chance(4) ? pick(Self.flaws) : ""
    for _ in 0..<number(1...3) {
      switch number(0...(isFlat ? 3 : 9)) {
      case 0: text += pick(["word ", "字", " & ", "x⇥y", "one⏎two", "  "])
      case 1, 2: text += "{{ \(pick(scope.values)) }}"
      case 3: text += "‖{{ \(pick(scope.values)) }}‖ "
      case 4, 5:
        let one = statement(scope, "")
        text += one.open + line(one.scope, isFlat: true)
        text += (one.middle.map { $0 + "none" } ?? "") + one.close
      case 6: text += "{{ \(pick(["r", "l", "g", "i", "e"])) }}"
      case 7: text += chance(4) ? "before {{ p }} after" : "{{ \(pick(scope.values)) | string | upper }}"
      default: text += pick(["县", "a b", "{# c #}"])
      }
    }
    return text
  }
}
