import Deflate
import TemplateLanguage

/// Tables whose cells depend on data.
extension PartOutput {
  /// Lays out the tables whose cells depend on data; returns what is wrong with spans, by number.
  mutating func layOutTables() -> [Int: ValueError] {
    var refused = layOut(&text, cells)
    for index in notes.indices where !notes[index].events.isEmpty {
      var own = cells
      own.drop(from: 0)
      own.append(notes[index].events, at: TemplateText.start)
      refused.merge(layOut(&notes[index].text, own)) { first, _ in first }
    }
    return refused
  }

  private func layOut(_ text: inout TemplateText, _ log: CellLog) -> [Int: ValueError] {
    guard log.count > 0 else { return [:] }
    var layout = CellLayout(part.cells, log, entry: part.entry, changes: changes)
    layout.run()
    if layout.refused.isEmpty { text = layout.applied(to: text) }
    return layout.refused
  }
}
