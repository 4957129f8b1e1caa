import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Compiles one part: finds its tags, places its blocks, guards its content model, and writes its program.
struct PartCompiler {
  let package: OfficePackage
  let environment: Environment
  let file: String?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var greatestDrawingID = 0
  private(set) var greatest: [Identity.Space: Int] = [:]
  /// What stands outside of blocks that repeat.
  private(set) var fixed: Set<Identity> = []
  private var notes: NoteMerge?
  /// The template's lists, if a tag asks for them.
  private(set) var numbering: Numbering?

  /// The main part as it is, until it is compiled.
  private var body: XMLTree?

  /// - Parameter body: the main part, which is changed while it is compiled.
  init(package: OfficePackage, body: XMLTree, environment: Environment, file: String?) {
    self.body = body
    self.package = package
    self.environment = environment
    self.file = file
  }

  /// The compiled part; nil if there are no tags in it, or if something is wrong.
  mutating func compile(_ part: WrittenPart) throws(OfficeError) -> CompiledPart? {
    let known = diagnostics
    diagnostics = []
    var order: [DocumentSpot] = []
    defer { diagnostics = known + Self.sorted(diagnostics, order) }
    let dialect = Dialect.of(package.format)
    let tree = try tree(of: part)
    let movedNotes = notes?.moved(from: part)
    if let movedNotes { notes?.remove(movedNotes, from: tree) }
    RepeatedCells.open(in: tree, dialect, environment.delimiters)
    var scanner = PartScanner(tree: tree, dialect: dialect, part: part, environment.delimiters, file: file)
    scanner.scan()
    var noteTargets: [NoteKind: [String: String]] = [:]
    for (kind, source) in notes?.sources ?? [:] { noteTargets[kind] = try linkTargets(of: source.entry) }
    scanner.scanLinks(try linkTargets(of: part.entry), notes: noteTargets)
    diagnostics += scanner.diagnostics
    order = scanner.order
    var records = scanner.records
    if dialect.format == .odt { TagFields.open(below: tree.root, &records) }
    var marks = MarkTable()
    for attribute in scanner.attributes {
      attribute.element.setAttribute(
        attribute.name, marker: marks.add(.attribute(attribute.pieces, attribute.kind)))
    }
    var pictures = PictureFrames(tree: tree, records: records, marks: marks)
    pictures.bind(scanner.attributes)
    if dialect.format == .odt { pictures.bind(MarkerList(below: tree.root).markers) }
    marks = pictures.marks
    if dialect.format == .docx, scanner.hasChanged {
      var controls = ContentControls(records: records, marks: marks)
      controls.prepare(tree, MarkerList(below: tree.root).markers)
      marks = controls.marks
    }
    guard scanner.hasChanged || movedNotes != nil else {
      if part.part == .body { notes = nil }
      note(tree, dialect, marks)
      return nil
    }
    if part.content == .properties {
      return finish(part, tree, records, marks, carried: [:], dialect, cells: nil)
    }
    let walk = TableWalk(dialect: dialect, records: records)
    let grids = TableGrids(MarkerList(below: tree.root).markers, walk)
    Trimmer(dialect: dialect, records: records).trim(MarkerList(below: tree.root).markers)
    var lift = CarrierLift(dialect: dialect, records: records, file: file)
    lift.lift(MarkerList(below: tree.root).markers)
    diagnostics += lift.diagnostics
    place(tree, records, dialect)
    var lists: ListCompiler?
    if records.contains(where: { if case .list = $0.parsed?.role { true } else { false } }) {
      let numbering: Numbering
      if let known = self.numbering {
        numbering = known
      } else {
        numbering = try Numbering(of: package.packed)
      }
      self.numbering = numbering
      var compiler = ListCompiler(
        dialect: dialect, records: records, numbering: numbering, marks: marks, file: file)
      compiler.compile(tree)
      diagnostics += compiler.diagnostics
      marks = compiler.marks
      lists = compiler
    }
    var model = ContentModel(tree: tree, dialect: dialect, records: records, marks: marks)
    model.guardAll(MarkerList(below: tree.root).markers)
    var cells = CellCompiler(
      tree: tree, records: records, marks: model.marks, grids: grids, walk: walk, file: file)
    cells.compile(MarkerList(below: tree.root).markers)
    diagnostics += cells.diagnostics
    if part.part == .body, dialect.format == .docx { Sections(records: records).nameHeaders(in: tree) }
    RangeBalance(dialect: dialect, records: records).balance(tree)
    var noteMarks = NoteMarks(note(tree, dialect, cells.marks, records))
    if part.part == .body { noteMarks.place(in: tree, entries: notes?.sources.mapValues(\.entry) ?? [:]) }
    if let movedNotes { noteMarks.makeRoom(for: movedNotes, in: tree) }
    return finish(part, tree, records, noteMarks.marks, carried: lift.carried, dialect, cells: cells, lists)
  }

  /// A sheet of a chart's workbook, or a table of one; nil if there are no tags in it, or if something is wrong.
  mutating func compileSheet(_ part: WrittenPart, _ tree: XMLTree, _ strings: SheetStrings) -> (
    part: CompiledPart, rows: SheetRows
  )? {
    let known = diagnostics
    diagnostics = []
    let dialect = Dialect.of(package.format)
    var scanner = PartScanner(
      tree: Self.withoutMarks(tree), dialect: dialect, part: part, environment.delimiters, file: file)
    scanner.scan()
    scanner.scanAttributes()
    diagnostics += scanner.diagnostics
    defer { diagnostics = known + Self.sorted(diagnostics, scanner.order) }
    guard scanner.hasChanged else { return nil }
    var marks = MarkTable()
    for attribute in scanner.attributes {
      attribute.element.setAttribute(
        attribute.name, marker: marks.add(.attribute(attribute.pieces, attribute.kind)))
    }
    let rows = SheetRows(placing: tree, scanner.records, strings, file: file)
    diagnostics += rows.diagnostics
    // Blocks that cross can't be compiled.
    guard rows.diagnostics.isEmpty else { return nil }
    let cells = SheetStrings.bind(tree, scanner.records, &marks)
    return finish(
      part, tree, scanner.records, marks, carried: [:], dialect, cells: nil, nil, sheetCells: cells
    ).map { ($0, rows) }
  }

  /// The part as it is compiled: the body with its notes in it, and without instructions that look like marks.
  private mutating func tree(of part: WrittenPart) throws(OfficeError) -> XMLTree {
    let bytes = try package.bytes(of: part.entry)
    guard part.part == .body, let body else {
      let tree = try Self.withoutMarks(OfficePackage.parse(bytes, of: part.entry))
      // What the workbook has come to hold takes the place of the tags that Word has cached.
      if try fillsFromWorkbook(part.entry) { ChartCaches.clear(tree) }
      return tree
    }
    self.body = nil
    var merge = try NoteMerge(package, main: part.entry, environment.delimiters)
    let tree = try merge.merge(into: body, bytes, of: part.entry)
    notes = merge
    return Self.withoutMarks(tree)
  }

  private static func withoutMarks(_ tree: XMLTree) -> XMLTree {
    for node in tree.root.descendants(noted: nil, instructions: true) {
      if node.instructionTarget.hasPrefix("chengwen-") { node.remove() }
    }
    return tree
  }

  /// The addresses of a Word part's hyperlinks, by relationship id.
  private func linkTargets(of entry: String) throws(OfficeError) -> [String: String] {
    guard package.format == .docx else { return [:] }
    let links = try package.relationships(of: entry).of(.hyperlink).filter { $0.partName == nil }
    return Dictionary(links.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// Diagnostics in the order of the document.
  private static func sorted(_ diagnostics: [Diagnostic], _ order: [DocumentSpot]) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    let ranks = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    func rank(_ diagnostic: Diagnostic) -> Int {
      guard case .document(let spot) = diagnostic.place.spot else { return .max }
      return ranks[spot] ?? .max
    }
    // A stable sort: what one place has several of stays in the order it was found in.
    return diagnostics.enumerated().sorted { left, right in
      let keys = (rank(left.element), left.element.excerpt?.offset ?? 0, left.offset)
      return keys < (rank(right.element), right.element.excerpt?.offset ?? 0, right.offset)
    }.map(\.element)
  }

  @discardableResult
  private mutating func note(
    _ tree: XMLTree, _ dialect: Dialect, _ marks: MarkTable, _ records: [TagRecord] = []
  ) -> MarkTable {
    var ids = UniqueIDs(dialect: dialect, records: records, marks: marks)
    ids.run(in: tree)
    greatestDrawingID = max(greatestDrawingID, ids.greatestDrawingID)
    greatest.merge(ids.greatest, uniquingKeysWith: max)
    fixed.formUnion(ids.fixed)
    return ids.marks
  }

  private mutating func place(_ tree: XMLTree, _ records: [TagRecord], _ dialect: Dialect) {
    let markers = MarkerList(below: tree.root).markers
    let tagged = markers.filter { records[$0.origin].parsed != nil }
    let (blocks, faults) = BlockTree.match(tagged.compactMap { records[$0.origin].parsed })
    diagnostics += faults.map { records[$0.origin].diagnostic($0.message, range: $0.range, file: file) }
    var placer = BlockPlacer(dialect: dialect, records: records, markers: markers, file: file)
    placer.place(blocks, tagged: tagged)
    diagnostics += placer.diagnostics
    var run = PlacementRun(dialect: dialect, records: records, file: file)
    run.carryOut(placer.placements)
    diagnostics += run.diagnostics
  }

  private mutating func finish(
    _ part: WrittenPart, _ tree: XMLTree, _ records: [TagRecord], _ table: MarkTable,
    carried: [Int: Surroundings], _ dialect: Dialect, cells: CellCompiler?, _ lists: ListCompiler? = nil,
    sheetCells: Set<Int> = []
  ) -> CompiledPart? {
    var marks = table
    if dialect.format == .odt, part.content == .text { AutomaticStylesPlace.mark(in: tree, &marks) }
    var sites = SiteBuilder(dialect: dialect)
    var siteNumbers = cells?.sites ?? [:]
    for (origin, action) in lists?.actions ?? [:] { siteNumbers[origin] = sites.number(of: .list(action)) }
    var captureLevels: [Int: Int] = [:]
    let hasRecursion = records.contains { $0.parsed?.isRecursiveLoop == true }
    for marker in MarkerList(below: tree.root).markers {
      guard let parsed = records[marker.origin].parsed else { continue }
      let role = parsed.role
      let isPlain = part.content == .properties
      if role.isPrinted || parsed.isInclude {
        siteNumbers[marker.origin] =
          isPlain
          ? sites.number(of: sheetCells.contains(marker.origin) ? .sheet(.content) : .plain)
          : sites.site(at: marker.node, carried: carried[marker.origin])
      }
      if role.isCapture || parsed.isRecursiveLoop || hasRecursion && role == .continues("else") {
        let level = isPlain ? .characters : dialect.level(around: marker.node)
        captureLevels[marker.origin] = marks.add(.captureLevel(level))
      }
    }
    lists?.markParagraphs(of: tree, &marks)
    var emitter = PartEmitter(
      environment: environment, records: records, marks: marks.marks, sites: siteNumbers,
      captureLevels: captureLevels, attributeSites: PartEmitter.AttributeSites(&sites, &marks),
      size: package.size(of: part.entry) ?? 0)
    tree.serialize(into: &emitter)
    emitter.flush()
    let (blob, literals) = (emitter.blob, emitter.literals)
    switch emitter.builder.finish() {
    case .success(let program):
      return CompiledPart(
        entry: part.entry, program: program, blob: blob, literals: literals, marks: marks.marks,
        sites: sites.sites, tags: records.map(\.source), cells: cells?.designs ?? CellDesigns())
    case .failure(let list):
      if diagnostics.isEmpty {
        diagnostics += list.faults.map {
          records[$0.origin].diagnostic($0.message, range: $0.range, file: file)
        }
      } else {
        let known = Set(diagnostics.map(\.message.code))
        for fault in list.faults where !known.contains(fault.message.code) {
          diagnostics.append(records[fault.origin].diagnostic(fault.message, range: fault.range, file: file))
        }
      }
      return nil
    }
  }
}
