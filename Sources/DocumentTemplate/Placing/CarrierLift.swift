import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Puts prefixed tags (`{%p … %}`, `{%tr … %}`, `{%tc … %}`, `{%r … %}`) in the place of what carries them.
struct CarrierLift {
  let dialect: Dialect
  let records: [TagRecord]
  let file: String?
  private(set) var diagnostics: [Diagnostic] = []
  /// What was around each printed value whose carrier is gone, by the tag's number.
  private(set) var carried: [Int: Surroundings] = [:]
  /// The last tag put behind each carrier.
  private var lastBehind: [Node: Node] = [:]

  init(dialect: Dialect, records: [TagRecord], file: String?) {
    self.dialect = dialect
    self.records = records
    self.file = file
  }

  mutating func lift(_ markers: [MarkerList.Marker]) {
    var index = markers.startIndex
    while index < markers.endIndex {
      let marker = markers[index]
      index += 1
      if let (prefix, side) = records[marker.origin].beside {
        put(marker, side, of: prefix)
        continue
      }
      guard let prefix = records[marker.origin].tag.carrier else { continue }
      if let parsed = records[marker.origin].parsed, parsed.role == .output || parsed.isInclude {
        carried[marker.origin] = Surroundings(of: marker.node, dialect)
      }
      guard prefix != .run else {
        isolate(marker)
        continue
      }
      guard let carrier = carrier(of: marker, prefix) else {
        diagnostics.append(records[marker.origin].diagnostic(.noCarrier(prefix), file: file))
        continue
      }
      var group = [marker]
      while index < markers.endIndex, markers[index].node.isDescendant(of: carrier) {
        group.append(markers[index])
        index += 1
      }
      replace(carrier, by: group, prefix)
    }
  }

  /// Puts a tag beside what its field refers to; the paragraph it leaves goes unless something is left in it.
  private mutating func put(
    _ marker: MarkerList.Marker, _ side: TagRecord.Side, of prefix: ScannedTag.Carrier
  ) {
    guard let carrier = carrier(of: marker, prefix) else {
      diagnostics.append(records[marker.origin].diagnostic(.noCarrier(prefix), file: file))
      return
    }
    let paragraph = dialect.ancestor(of: marker.node, as: .paragraph)
    if records[marker.origin].parsed?.role == .output {
      carried[marker.origin] = Surroundings(of: marker.node, dialect)
    }
    switch side {
    case .before: carrier.insertBefore(marker.node)
    case .after:
      (lastBehind[carrier] ?? carrier).insertAfter(marker.node)
      lastBehind[carrier] = marker.node
    }
    guard let paragraph, MarkerList(below: paragraph).markers.isEmpty else { return }
    let content = CarrierContent(of: paragraph, dialect)
    guard !content.showsSomething else { return }
    for mark in content.rangeMarks { paragraph.insertBefore(mark) }
    paragraph.remove()
  }

  private func carrier(of marker: MarkerList.Marker, _ prefix: ScannedTag.Carrier) -> Node? {
    switch prefix {
    case .paragraph: dialect.ancestor(of: marker.node, as: .paragraph)
    case .row: dialect.ancestor(of: marker.node, as: .row) ?? dialect.ancestor(of: marker.node, as: .listItem)
    case .cell: dialect.ancestor(of: marker.node, as: .cell)
    case .run: nil
    }
  }

  /// Gives a `{{r … }}` or `{%r … %}` tag a place of its own between runs.
  private func isolate(_ marker: MarkerList.Marker) {
    guard dialect.format == .docx else {
      var level = marker.node.parent
      while let span = level, span.is(ODFText.span) { level = span.parent }
      if let level { NodeSplitter.split(at: marker.node, upTo: level) }
      return
    }
    var run = marker.node.parent
    while let candidate = run, !candidate.is(W.r) { run = candidate.parent }
    guard let run, let level = run.parent else { return }
    NodeSplitter.split(at: marker.node, upTo: level)
  }

  private mutating func replace(
    _ carrier: Node, by group: [MarkerList.Marker], _ prefix: ScannedTag.Carrier
  ) {
    let content = CarrierContent(of: carrier, dialect)
    let strays = group.filter { records[$0.origin].tag.carrier != prefix }
    for stray in strays {
      diagnostics.append(records[stray.origin].diagnostic(.tagBesideCarrierTag(prefix), file: file))
    }
    let isCommentedOut = group.contains { records[$0.origin].tag.kind == .comment }
    if strays.isEmpty, content.showsSomething, !isCommentedOut, let first = group.first {
      diagnostics.append(records[first.origin].diagnostic(.carrierNotAlone(prefix), file: file))
    }
    for marker in group { carrier.insertBefore(marker.node) }
    for mark in content.rangeMarks where prefix == .paragraph { carrier.insertBefore(mark) }
    SectionEnd.removeUnlessEnd(carrier)
  }
}
