import Diagnostics
public import OfficeDocument
public import TemplateLanguage

/// A .docx or .odt template, compiled: immutable, and rendered from any number of tasks at once.
///
/// ```swift
/// let template = try DocumentTemplate(OfficePackage(bytes), name: "letter.docx")
/// let document = try template.render(["name": "王芳"])
/// ```
///
/// The same template, data and options give the same bytes every time.
public struct DocumentTemplate: Sendable {
  /// The name the template is called by in diagnostics.
  public let name: String?
  package let package: OfficePackage
  package let environment: Environment
  let contents: TemplateContents
  private let styles: StyleNames
  private let page: PageSpace
  private let target: MergeTarget
  private let replaceable: ReplaceableFiles

  /// Compiles a template.
  ///
  /// - Parameters:
  ///   - package: the template's package.
  ///   - name: what diagnostics call it, such as its file name.
  ///   - environment: the filters, tests and functions its tags may use.
  /// - Throws: `TemplateError.faulty` with everything that can be known to be wrong before there is data;
  ///   `TemplateError.unreadable` when a part is not XML.
  public init(
    _ package: OfficePackage, name: String? = nil, environment: Environment = Environment()
  ) throws(TemplateError) {
    try self.init(package, name: name, including: environment.including(IncludedTemplate.compile))
  }

  /// Compiles a template that others include; those it includes are taken from `environment` as it is.
  init(_ package: OfficePackage, name: String?, including environment: Environment) throws(TemplateError) {
    var compiler: PartCompiler
    var parts: [CompiledPart] = []
    let workbooks: [ChartWorkbook]
    do throws(OfficeError) {
      let main = try package.mainEntry()
      let body = try OfficePackage.parse(try package.bytes(of: main), of: main)
      let written = try package.writtenParts(body: body)
      compiler = PartCompiler(package: package, body: body, environment: environment, file: name)
      for part in written {
        if let compiled = try compiler.compile(part) { parts.append(compiled) }
      }
      workbooks = try compiler.compileWorkbooks(of: written)
    } catch {
      throw .unreadable(error)
    }
    guard compiler.diagnostics.isEmpty else { throw .faulty(compiler.diagnostics.gathered) }
    let contents = TemplateContents(
      parts: parts, workbooks: workbooks, numbering: compiler.numbering,
      counters: PackageCounters(
        afterDrawing: compiler.greatestDrawingID, greatest: compiler.greatest, fixed: compiler.fixed))
    self.init(contents, of: package, name: name, environment: environment)
  }

  init(_ contents: TemplateContents, of package: OfficePackage, name: String?, environment: Environment) {
    // A template lasts; what its entries unpack to was needed to compile them.
    let package = package.packed
    self.package = package
    self.name = name
    self.environment = environment
    self.contents = contents
    styles = StyleNames(of: package)
    page = PageSpace(of: package)
    target = MergeTarget(of: package)
    replaceable = ReplaceableFiles(of: package)
  }

  var parts: [CompiledPart] { contents.parts }

  /// How many bytes of literals the template has, which are most of its compiled form.
  package var literalBytes: Int { contents.allParts.reduce(0) { $0 + $1.blob.count } }

  /// The tags in the order of the parts and, within a part, of the document.
  public var tags: [Tag] { contents.allParts.flatMap(\.tags).map(Tag.init) }

  /// The format of the template and of what it renders.
  public var format: OfficeFormat { package.format }

  /// The names the template looks up in the data, each once, in order of first use.
  public var names: [String] {
    var seen: Set<String> = []
    return contents.allParts.flatMap(\.program.names).filter {
      seen.insert($0).inserted
    }
  }

  /// The document for `data`, as the bytes of a .docx or .odt.
  ///
  /// - Parameters:
  ///   - data: what the tags are filled from.
  ///   - options: how the document is made.
  ///   - replacements: files that take the place of pictures and other files in the template.
  /// - Throws: `TemplateError.faulty` with everything that went wrong, in the order of the document.
  public func render(
    _ data: Mapping, options: RenderOptions = RenderOptions(), replacing replacements: [FileReplacement] = []
  ) throws(TemplateError) -> [UInt8] {
    let changes = newChanges()
    let written = try writeParts(data, options, replacements, changes, spoolFolder: nil)
    do throws(OfficeError) {
      return try package.write(replacing: written.changed, adding: changes.additions)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Writes the document for `data` to an open, empty file; memory does not grow with what loops write.
  ///
  /// What a loop outside of macros has written is compressed and put aside by the megabyte. Only in tables with cell
  /// statements, which are laid out at the end, it is kept. The parts unpack to the same bytes as those of ``render(_:options:)``.
  ///
  /// - Parameters:
  ///   - descriptor: the file, to be written to anywhere; it stays the caller's and is not flushed.
  ///   - spoolFolder: where files without a name may be made for what is put aside.
  ///   - replacements: files that take the place of pictures and other files in the template.
  /// - Throws: `TemplateError.faulty` with everything that went wrong, in the order of the document;
  ///   `TemplateError.unreadable` when a file can't be written.
  public func render(
    _ data: Mapping, options: RenderOptions = RenderOptions(), to descriptor: Int32,
    spoolFolder: String = "/tmp", replacing replacements: [FileReplacement] = []
  ) throws(TemplateError) {
    var changes = newChanges()
    // What replaces a file may have to be named in parts that are put aside.
    let folder = replacements.isEmpty ? spoolFolder : nil
    var written = try writeParts(data, options, replacements, changes, spoolFolder: folder)
    if changes.supplements.appendices.keys.contains(where: { written.spooled[$0] != nil }) {
      // What a merged document brings goes into parts that are put aside already: once more, all in memory.
      changes = newChanges()
      written = try writeParts(data, options, replacements, changes, spoolFolder: nil)
    }
    do throws(OfficeError) {
      try package.write(
        replacing: written.changed, spooled: written.spooled, adding: changes.additions, to: descriptor)
    } catch {
      throw .unreadable(error)
    }
  }

  private func newChanges() -> PackageChanges {
    PackageChanges(
      package: package, counters: contents.counters, styles: styles, page: page, target: target,
      lists: ListCounters(after: contents.numbering?.greatestID ?? 0))
  }

  /// The parts as they are written for `data`.
  ///
  /// - Parameter spoolFolder: nil to keep everything in memory.
  private func writeParts(
    _ data: Mapping, _ options: RenderOptions, _ replacements: [FileReplacement], _ changes: PackageChanges,
    spoolFolder: String?
  ) throws(TemplateError) -> (changed: [String: CompressedPart], spooled: [String: SpooledPart]) {
    var diagnostics: [Diagnostic] = []
    var changed: [String: CompressedPart] = [:]
    var spooled: [String: SpooledPart] = [:]
    for part in parts {
      let stream = spoolFolder.map { PartStream(part, options, spoolFolder: $0) }
      var output = PartOutput(part, changes: changes, stream: stream)
      var faults = part.program.run(data, into: &output, options: options.run)
      if faults.isEmpty {
        let refused = output.layOutTables()
        if !refused.isEmpty {
          // Only while running is it known which loop items a tag was carried out for.
          var again = PartOutput(part, changes: changes, refusing: refused)
          faults = part.program.run(data, into: &again, options: options.run)
        }
      }
      // A tag that stands in several places, as a picture's does, says the same of each.
      diagnostics += faults.map { part.diagnostic(for: $0, file: name) }.gathered
      guard diagnostics.isEmpty else { continue }
      do throws(OfficeError) {
        if let stream, stream.isUsed {
          output.deliverNotes()
          spooled[part.entry] = try stream.finish(output.text, inserted: output.styles)
          continue
        }
        output.insertStyles()
        output.deliverNotes()
        changed[part.entry] = try part.compress(output.text, options.compression)
      } catch {
        throw .unreadable(error)
      }
    }
    do throws(OfficeError) {
      for workbook in contents.workbooks {
        try workbook.render(
          data, options, changes, in: package, into: &changed, besides: Set(spooled.keys), &diagnostics,
          file: name)
      }
      var plan = ReplacementPlan(package, file: name)
      try plan.carryOut(replacements, replaceable) { changes.newEntryName(like: $0, ending: $1) }
      diagnostics += plan.diagnostics
      for one in plan.renamed {
        changes.rename(PackageAdditions.Renaming(old: one.old, new: one.new, mediaType: one.mediaType))
      }
      changed.merge(plan.changed) { _, new in new }
    } catch {
      throw .unreadable(error)
    }
    guard diagnostics.isEmpty else { throw .faulty(diagnostics.gathered) }
    do throws(OfficeError) {
      if let numbering = contents.numbering, let entry = numbering.entry, !changes.lists.added.isEmpty {
        let bytes = try numbering.adding(changes.lists.added)
        changed[entry] = try OfficePackage.compress(bytes, as: entry)
      }
      try changes.finishParts(&changed)
    } catch {
      throw .unreadable(error)
    }
    return (changed, spooled)
  }
}
