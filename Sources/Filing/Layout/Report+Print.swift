import DocumentTemplate
public import Forms
public import TemplateLanguage

extension Report {
  /// The report as templates print it: its own values, and under `layout` what is laid out by GB/T 9704—2012;
  /// figures too long for their column are rich text in narrower digits.
  ///
  /// `layout.title`, a paragraph; `layout.opening` and, by id, `layout.sections`, paragraphs of running text in the
  /// styles of their levels; `layout.ending`: `signers`, `date` and `hand_signature` with what else stands below the
  /// date, each paragraphs; `layout.draft`; by table, `layout.landscape`.
  public func printValues(_ options: PrintOptions = PrintOptions()) -> Mapping {
    var values = self.values
    FigureFitting(report: self).apply(to: &values)
    let spacing = options.adjustsSpacing ? EndingSpacing(for: self) : EndingSpacing()
    let tablesEnd = definition.sections.lastIndex { $0.table != nil } ?? -1
    let sections = definition.proseSections.map { section in
      let isBehindTables = definition.sections.dropFirst(tablesEnd + 1).contains(section)
      let paragraphs = ProseLayout.paragraphs(
        self.sections[section.id] ?? [], isClosing: section.id == definition.sections.last?.id,
        lineHeight: isBehindTables ? spacing.line : nil)
      return (section.id, Value.object(paragraphs))
    }
    let ending = EndingLayout(report: self, options: options, isSealClose: spacing.isSealClose)
    values["layout"] = .mapping(
      Mapping([
        ("title", .object(TitleLayout(report: self).paragraph)),
        ("opening", .object(ProseLayout.paragraphs(opening))),
        ("sections", .mapping(Mapping(sections))),
        ("ending", .mapping(ending.values)),
        ("draft", .bool(options.isDraft)),
        (
          "landscape",
          .mapping(Mapping(definition.tables.map { ($0.id, .bool(layout.landscape.contains($0.id))) }))
        ),
      ]))
    return values
  }

  /// The files of pictures that the report names, each once, with the path in the report file that names it.
  public var pictureFiles: [(name: String, path: String)] {
    var seen: Set<String> = []
    var files: [(name: String, path: String)] = []
    for (index, signer) in signers.enumerated() {
      let parent = signature.agencies.isEmpty ? "signature" : "signature.agencies[\(index)]"
      for (key, name) in [("seal", signer.seal), ("stamp", signer.stamp)] {
        if let name, seen.insert(name).inserted { files.append((name, "\(parent).\(key)")) }
      }
    }
    return files
  }
}
