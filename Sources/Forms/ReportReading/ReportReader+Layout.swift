import DataFiles
import Diagnostics

extension ReportReader {
  /// `layout`: for each table that can be turned, how it stands on its page.
  mutating func layout(_ entry: DataNode.Entry?) -> Report.Layout {
    var layout = Report.Layout()
    let tables = definition.turnableTables.map(\.id)
    guard let entry, let fields = nodes.mapping(entry.value, "layout", allowed: tables) else { return layout }
    for table in tables {
      guard let field = fields[table] else { continue }
      switch field.value.text.flatMap(Report.Orientation.init(rawValue:)) {
      case .portrait: break
      case .landscape: layout.landscape.insert(table)
      case nil:
        nodes.report(
          .oneOfExpected("layout.\(table)", Report.Orientation.allCases.map(\.rawValue)),
          at: field.value.position)
      }
    }
    return layout
  }
}
