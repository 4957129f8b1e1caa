/// What a template is compiled to.
struct TemplateContents: Sendable {
  let parts: [CompiledPart]
  let workbooks: [ChartWorkbook]
  /// The template's lists, if a tag asks for them.
  let numbering: Numbering?
  let counters: PackageCounters

  /// The parts, those of workbooks included.
  var allParts: [CompiledPart] { parts + workbooks.flatMap(\.parts) }
}
