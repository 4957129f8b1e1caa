import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// The workbook behind charts, compiled. A chart shows what is cached in it; from the workbook it is filled when
/// somebody edits its data. So the caches are filled from what the workbook has come to hold.
struct ChartWorkbook: Sendable {
  let entry: String
  let workbook: EmbeddedPackage
  /// The charts that show what is in it.
  let charts: [String]
  let parts: [CompiledPart]
  /// The sheets with blocks over rows, by entry.
  let rows: [String: SheetRows]
  /// What is written anew whatever the data.
  let fixed: [String: [UInt8]]

  /// Writes the workbook for `data`, and its charts, into `changed`; faults are added to `diagnostics`.
  func render(
    _ data: Mapping, _ options: RenderOptions, _ changes: PackageChanges, in package: OfficePackage,
    into changed: inout [String: CompressedPart], besides spooled: Set<String>,
    _ diagnostics: inout [Diagnostic], file: String?
  ) throws(OfficeError) {
    var packed: [String: CompressedPart] = [:]
    var book = RenderedWorkbook(workbook, fixed: fixed)
    var isFaulty = false
    for part in parts {
      var output = PartOutput(part, changes: changes)
      let faults = part.program.run(data, into: &output, options: options.run)
      diagnostics += faults.map { part.diagnostic(for: $0, file: file) }
      isFaulty = isFaulty || !faults.isEmpty
      if rows.isEmpty { packed[part.entry] = try part.compress(output.text, options.compression) }
      book.changed[part.entry] = part.bytes(of: output.text)
    }
    guard !isFaulty else { return }
    for (sheet, rows) in rows.sorted(by: { $0.key < $1.key }) { try book.moveRows(of: sheet, rows) }
    for (name, bytes) in book.changed where packed[name] == nil {
      packed[name] = try OfficePackage.compress(bytes, as: name)
    }
    changed[entry] = try OfficePackage.compress(try workbook.write(replacing: packed), as: entry)
    let caches = ChartCaches(sheets: try book.sheets())
    for chart in charts where !spooled.contains(chart) {
      let tree = try OfficePackage.parse(try package.bytes(of: chart, changed), of: chart)
      caches.fill(tree)
      changed[chart] = try OfficePackage.compress(tree.serialize(), as: chart)
    }
  }
}

extension PartCompiler {
  /// Those of the workbooks behind the template's charts that hold tags.
  ///
  /// - Parameter written: all parts that people write in.
  mutating func compileWorkbooks(of written: [WrittenPart]) throws(OfficeError) -> [ChartWorkbook] {
    guard package.format == .docx else { return [] }
    var charts: [(workbook: String, charts: [String])] = []
    for part in written where part.entry.contains("/charts/") {
      for link in try package.relationships(of: part.entry).of(.package) {
        guard let entry = link.partName, entry.hasSuffix(".xlsx"), package.contains(entry) else { continue }
        if let known = charts.firstIndex(where: { $0.workbook == entry }) {
          charts[known].charts.append(part.entry)
        } else {
          charts.append((entry, [part.entry]))
        }
      }
    }
    var workbooks: [ChartWorkbook] = []
    for (entry, charts) in charts {
      if let made = try compileWorkbook(entry, charts) { workbooks.append(made) }
    }
    return workbooks
  }

  /// Whether a chart shows what a workbook with tags comes to hold.
  func fillsFromWorkbook(_ chart: String) throws(OfficeError) -> Bool {
    guard package.format == .docx, chart.contains("/charts/") else { return false }
    for link in try package.relationships(of: chart).of(.package) {
      guard let entry = link.partName, entry.hasSuffix(".xlsx"), package.contains(entry),
        let workbook = try? EmbeddedPackage(try package.bytes(of: entry))
      else { continue }
      for name in workbook.names where name == SheetStrings.entry || name.hasPrefix("xl/worksheets/sheet") {
        if TagScanner.mayHoldTags(try workbook.bytes(of: name), environment.delimiters) { return true }
      }
    }
    return false
  }

  private mutating func compileWorkbook(_ entry: String, _ charts: [String]) throws(OfficeError)
    -> ChartWorkbook?
  {
    let bytes = try package.bytes(of: entry)
    // What can't be read, such as a workbook with a password, is carried along as it is.
    guard let workbook = try? EmbeddedPackage(bytes) else { return nil }
    let strings = try SheetStrings(workbook, environment.delimiters)
    var parts: [CompiledPart] = []
    var rows: [String: SheetRows] = [:]
    for name in workbook.names where name.hasPrefix("xl/worksheets/sheet") || name.hasPrefix("xl/tables/") {
      let tree = try OfficePackage.parse(try workbook.bytes(of: name), of: name)
      strings.move(into: tree)
      let part = WrittenPart(entry: name, part: .other("chart data"), content: .properties)
      guard let compiled = compileSheet(part, tree, strings) else { continue }
      parts.append(compiled.part)
      if compiled.rows.areRepeated { rows[name] = compiled.rows }
    }
    guard !parts.isEmpty || strings.cleared != nil else { return nil }
    let fixed = strings.cleared.map { [SheetStrings.entry: $0] } ?? [:]
    return ChartWorkbook(
      entry: entry, workbook: workbook, charts: charts, parts: parts,
      rows: rows, fixed: fixed)
  }
}
