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
  private(set) var greatestBookmarkID = 0
  /// The names that stand outside of blocks that repeat.
  private(set) var fixedNames: Set<String> = []
  private(set) var tags: [TagRecord] = []

  init(package: OfficePackage, environment: Environment, file: String?) {
    self.package = package
    self.environment = environment
    self.file = file
  }

  /// The compiled part; nil if there are no tags in it, or if something is wrong.
  mutating func compile(_ part: WrittenPart) throws(OfficeError) -> CompiledPart? {
    let known = diagnostics
    diagnostics = []
    var ranks: [DocumentSpot: Int] = [:]
    defer { diagnostics = known + Self.inOrder(diagnostics, ranks) }
    let tree = try OfficePackage.parse(try package.bytes(of: part.entry), of: part.entry)
    let dialect = Dialect.of(package.format)
    RepeatedCells.open(in: tree, dialect)
    var scanner = PartScanner(tree: tree, dialect: dialect, part: part, file: file)
    scanner.scan()
    scanner.scanLinks(try linkTargets(of: part.entry))
    diagnostics += scanner.diagnostics
    ranks = scanner.ranks
    let records = scanner.records
    tags += records
    var marks = MarkTable()
    for attribute in scanner.attributes {
      attribute.element.setAttribute(
        attribute.name, marker: marks.add(.attribute(attribute.pieces, attribute.kind)))
    }
    var pictures = PictureFrames(tree: tree, records: records, marks: marks)
    pictures.bind(scanner.attributes)
    if dialect.format == .odt { pictures.bind(MarkerList(below: tree.root).markers) }
    marks = pictures.marks
    guard scanner.hasChanged else {
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
    var model = ContentModel(tree: tree, dialect: dialect, records: records, marks: marks)
    model.guardAll(MarkerList(below: tree.root).markers)
    var cells = CellCompiler(
      tree: tree, records: records, marks: model.marks, grids: grids, walk: walk, file: file)
    cells.compile(MarkerList(below: tree.root).markers)
    diagnostics += cells.diagnostics
    let guarded = note(tree, dialect, cells.marks, records)
    return finish(part, tree, records, guarded, carried: lift.carried, dialect, cells: cells)
  }

  /// The addresses of a Word part's hyperlinks, by relationship id.
  private func linkTargets(of entry: String) throws(OfficeError) -> [String: String] {
    guard package.format == .docx else { return [:] }
    let links = try package.relationships(of: entry).of(.hyperlink).filter { $0.partName == nil }
    return Dictionary(links.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// Diagnostics in the order of the document.
  private static func inOrder(_ diagnostics: [Diagnostic], _ ranks: [DocumentSpot: Int]) -> [Diagnostic] {
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
    ids.run(tree.root)
    greatestDrawingID = max(greatestDrawingID, ids.greatestDrawingID)
    greatestBookmarkID = max(greatestBookmarkID, ids.greatestBookmarkID)
    fixedNames.formUnion(ids.fixedNames)
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
    carried: [Int: Surroundings], _ dialect: Dialect, cells: CellCompiler?
  ) -> CompiledPart? {
    var marks = table
    if dialect.format == .odt, part.content == .text { AutomaticStylesPlace.mark(in: tree, &marks) }
    var sites = SiteBuilder(dialect: dialect)
    var siteNumbers = cells?.sites ?? [:]
    var captureLevels: [Int: Int] = [:]
    let hasRecursion = records.contains { $0.parsed?.isRecursiveLoop == true }
    for marker in MarkerList(below: tree.root).markers {
      guard let parsed = records[marker.origin].parsed else { continue }
      let role = parsed.role
      let isPlain = part.content == .properties
      if role.isPrinted {
        siteNumbers[marker.origin] =
          isPlain ? sites.number(of: .plain) : sites.site(at: marker.node, carried: carried[marker.origin])
      }
      if role.isCapture || parsed.isRecursiveLoop || hasRecursion && role == .continues("else") {
        let level = isPlain ? .characters : dialect.level(around: marker.node)
        captureLevels[marker.origin] = marks.add(.captureLevel(level))
      }
    }
    var emitter = PartEmitter(
      environment: environment, records: records, marks: marks.marks, sites: siteNumbers,
      captureLevels: captureLevels, attributeSites: PartEmitter.AttributeSites(&sites, &marks))
    tree.serialize(into: &emitter)
    emitter.flush()
    let (blob, literals) = (emitter.blob, emitter.literals)
    switch emitter.builder.finish() {
    case .success(let program):
      return CompiledPart(
        entry: part.entry, program: program, blob: blob, literals: literals, marks: marks.marks,
        sites: sites.sites, records: records,
        cells: cells?.designs ?? CellDesigns())
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
