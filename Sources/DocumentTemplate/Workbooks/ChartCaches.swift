import OfficeDocument
import XMLTree

/// Makes a chart show what its workbook holds: as many points as there are rows, with their texts and numbers
/// (ISO/IEC 29500-1, 21.2.2.120, 21.2.2.201).
struct ChartCaches {
  private static let references = [(C.strRef, C.strCache), (C.numRef, C.numCache)]

  /// The workbook's sheets by name.
  let sheets: [String: RenderedWorkbook.Sheet]

  func fill(_ tree: XMLTree) {
    for one in Self.cached(in: tree) {
      guard let sheet = sheets[one.target.sheet] else { continue }
      let range = sheet.moves?.moved(one.target.range) ?? one.target.range
      for child in Array(one.formula.children) { child.remove() }
      one.formula.append(tree.makeText("\(one.target.quoted)!\(range.text(isAbsolute: true))"))
      fill(one.cache, sheet.cells.texts(in: range), areNumbers: one.cache.is(C.numCache), tree)
    }
  }

  /// Empties what is cached.
  static func clear(_ tree: XMLTree) {
    for one in cached(in: tree) {
      for point in one.cache.elements(C.pt) { point.remove() }
    }
  }

  private typealias Target = (sheet: String, quoted: Substring, range: CellRange)

  private static func cached(in tree: XMLTree) -> [(formula: Node, target: Target, cache: Node)] {
    tree.root.descendants.compactMap { node in
      guard let (_, cacheName) = references.first(where: { node.is($0.0) }),
        let formula = node.firstElement(C.f), let cache = node.firstElement(cacheName),
        let target = target(of: formula.children.map(\.text).joined())
      else { return nil }
      return (formula, target, cache)
    }
  }

  private func fill(
    _ cache: Node, _ texts: [(text: String, isNumber: Bool)?], areNumbers: Bool, _ tree: XMLTree
  ) {
    for point in cache.elements(C.pt) { point.remove() }
    let points = texts.enumerated().filter { $0.element.map { $0.isNumber || !areNumbers } == true }
    let isEmpty = !texts.contains { $0 != nil }
    var last = cache.firstElement(C.ptCount)
    if last == nil {
      let count = tree.makeElement(C.ptCount)
      if let format = cache.firstElement(C.formatCode) {
        format.insertAfter(count)
      } else {
        cache.prepend(count)
      }
      last = count
    }
    last?.setAttribute(Name("", "val"), String(isEmpty ? 0 : texts.count))
    for (index, element) in points {
      let (point, value) = (tree.makeElement(C.pt), tree.makeElement(C.v))
      point.setAttribute(Name("", "idx"), String(index))
      value.append(tree.makeText(element?.text ?? ""))
      point.append(value)
      last?.insertAfter(point)
      last = point
    }
  }

  /// The parts of `Sheet1!$A$2:$A$5` or `'My sheet'!A1`; nil for names and for what is more than one range.
  private static func target(of formula: String) -> Target? {
    guard let mark = formula.lastIndex(of: "!"), let range = CellRange(formula[formula.index(after: mark)...])
    else { return nil }
    let quoted = formula[..<mark]
    if quoted.hasPrefix("'"), quoted.hasSuffix("'"), quoted.utf8.count > 2 {
      return (String(quoted.dropFirst().dropLast().replacing("''", with: "'")), quoted, range)
    }
    return quoted.contains(",") ? nil : (String(quoted), quoted, range)
  }
}
