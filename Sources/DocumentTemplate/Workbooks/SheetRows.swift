import Diagnostics
import TemplateLanguage
import XMLTree

/// Makes blocks that begin in one cell and end in another go for whole rows, and notes which rows there were.
///
/// A tag with the prefix `tr` takes the place of its row, as in a table of a document.
struct SheetRows {
  /// The rows that are written, none to many times each, by their number in the template.
  private(set) var numbers: [Int] = []
  /// The rows that tags have taken the place of.
  private(set) var taken: Set<Int> = []
  /// Whether there are blocks over rows.
  private(set) var areRepeated = false
  private(set) var diagnostics: [Diagnostic] = []

  /// Rows that are repeated.
  init(numbers: [Int], taken: Set<Int>) {
    self.numbers = numbers
    self.taken = taken
    areRepeated = true
  }

  /// Places the blocks of a sheet, whose texts `strings` has moved into it.
  init(placing tree: XMLTree, _ records: [TagRecord], _ strings: SheetStrings, file: String?) {
    let markers = Self.markers(tree, records)
    let tags = markers.compactMap { records[$0.origin].parsed }
    let (blocks, faults) = BlockTree.match(tags)
    diagnostics = faults.map { records[$0.origin].diagnostic($0.message, range: $0.range, file: file) }
    guard faults.isEmpty else { return }
    let overRows = blocks.blocks.map { [$0.open] + $0.middles + [$0.close] }.filter { ends in
      ends.contains { records[markers[$0].origin].tag.carrier == .row }
        || ends.contains { markers[$0].node.parent != markers[ends[0]].node.parent }
    }
    guard !overRows.isEmpty else { return }
    areRepeated = true
    numberRows(of: tree)
    var carriers: [(row: Node, tag: Int)] = []
    for end in overRows.joined() {
      let node = markers[end].node
      guard let row = node.ancestor(S.row) else { continue }
      let parsed = records[markers[end].origin].parsed?.role
      if records[markers[end].origin].tag.carrier == .row {
        carriers.append((row, markers[end].origin))
        row.insertBefore(node)
      } else if case .closes? = parsed {
        row.insertAfter(node)
      } else {
        row.insertBefore(node)
      }
    }
    for carrier in carriers where carrier.row.parent != nil {
      take(carrier.row, of: records[carrier.tag], records, strings, file: file)
    }
    numbers.removeAll { taken.contains($0) }
    let pairs = Self.pairs(Self.markers(tree, records), records)
    let ends = overRows.map { (markers[$0[0]].origin, markers[$0[$0.count - 1]].origin) }
    if let crossing = ends.first(where: { !pairs.contains([$0.0, $0.1]) }) {
      let (open, close) = (records[crossing.0], records[crossing.1])
      diagnostics.append(open.diagnostic(.crossing(close: close), file: file))
    }
  }

  private mutating func numberRows(of tree: XMLTree) {
    var last = 0
    for row in tree.root.firstElement(S.sheetData)?.elements(S.row) ?? [] {
      last = row.attribute(S.r).flatMap { Int($0) } ?? last + 1
      row.setAttribute(S.r, String(last))
      numbers.append(last)
    }
  }

  /// Removes a row whose place a tag has taken.
  private mutating func take(
    _ row: Node, of record: TagRecord, _ records: [TagRecord], _ strings: SheetStrings, file: String?
  ) {
    if let beside = MarkerList(below: row).markers.first {
      diagnostics.append(records[beside.origin].diagnostic(.tagBesideCarrierTag(.row), file: file))
    } else if row.elements(S.c).contains(where: { !strings.isBlank($0) }) {
      diagnostics.append(record.diagnostic(.carrierNotAlone(.row), file: file))
    }
    if let number = row.attribute(S.r).flatMap({ Int($0) }) { taken.insert(number) }
    row.remove()
  }

  private static func markers(_ tree: XMLTree, _ records: [TagRecord]) -> [MarkerList.Marker] {
    MarkerList(below: tree.root).markers.filter { records[$0.origin].parsed != nil }
  }

  /// Which tags belong together, by their numbers.
  private static func pairs(_ markers: [MarkerList.Marker], _ records: [TagRecord]) -> Set<[Int]> {
    let (tree, faults) = BlockTree.match(markers.compactMap { records[$0.origin].parsed })
    guard faults.isEmpty else { return [] }
    return Set(tree.blocks.map { [markers[$0.open].origin, markers[$0.close].origin] })
  }
}
