import Deflate
import Diagnostics
import OfficeDocument
import TemplateLanguage

/// The workbook behind a chart, compiled. A chart shows what is cached in it; from the workbook it is filled when
/// somebody edits its data, so that both must hold the same.
struct ChartWorkbook: Sendable {
  let entry: String
  let workbook: EmbeddedPackage
  let parts: [CompiledPart]
  let codes: [TemplateCode]
  /// What is written anew whatever the data.
  let fixed: [String: CompressedPart]

  /// The workbook for `data`; faults are added to `diagnostics`.
  func render(
    _ data: Mapping, _ options: RenderOptions, _ changes: PackageChanges, file: String?,
    _ diagnostics: inout [Diagnostic]
  ) throws(OfficeError) -> CompressedPart {
    var changed = fixed
    for (part, code) in zip(parts, codes) {
      var output = PartOutput(part, changes: changes)
      let faults = part.program.run(data, into: &output, options: options.run)
      diagnostics += faults.map { part.diagnostic(for: $0, file: file) }
      changed[part.entry] = try part.compress(output.text, options.compression, code)
    }
    return try OfficePackage.compress(try workbook.write(replacing: changed), as: entry)
  }
}

extension PartCompiler {
  /// The workbooks behind the template's charts that hold tags.
  mutating func compileWorkbooks() throws(OfficeError) -> [ChartWorkbook] {
    guard package.format == .docx else { return [] }
    var workbooks: [ChartWorkbook] = []
    var seen: Set<String> = []
    for part in try package.writtenParts() where part.entry.contains("/charts/") {
      for link in try package.relationships(of: part.entry).of(.package) {
        guard let entry = link.partName, entry.hasSuffix(".xlsx"), package.contains(entry),
          seen.insert(entry).inserted
        else { continue }
        if let made = try compileWorkbook(entry) { workbooks.append(made) }
      }
    }
    return workbooks
  }

  private mutating func compileWorkbook(_ entry: String) throws(OfficeError) -> ChartWorkbook? {
    let bytes = try package.bytes(of: entry)
    // What can't be read, such as a workbook with a password, is carried along as it is.
    guard let workbook = try? EmbeddedPackage(bytes) else { return nil }
    let strings = try SheetStrings(workbook)
    var parts: [CompiledPart] = []
    for name in workbook.names where name.hasPrefix("xl/worksheets/sheet") || name.hasPrefix("xl/tables/") {
      let tree = try OfficePackage.parse(try workbook.bytes(of: name), of: name)
      strings.move(into: tree)
      let part = WrittenPart(entry: name, part: .other("chart data"), content: .properties)
      if let compiled = compileSheet(part, tree) { parts.append(compiled) }
    }
    guard !parts.isEmpty || strings.cleared != nil else { return nil }
    var fixed: [String: CompressedPart] = [:]
    if let cleared = strings.cleared {
      fixed[SheetStrings.entry] = try OfficePackage.compress(cleared, as: SheetStrings.entry)
    }
    return ChartWorkbook(
      entry: entry, workbook: workbook, parts: parts, codes: parts.map { TemplateCode($0.blob, $0.literals) },
      fixed: fixed)
  }
}
