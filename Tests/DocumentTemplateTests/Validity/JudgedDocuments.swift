import OfficeDocument
import TestSupport
import Testing

/// Many documents, to be put to programs that know nothing of this one, each of which runs once for all of them.
struct JudgedDocuments {
  private let folder = ScratchFolder()
  private var names: [OfficeFormat: [String]] = [:]
  private var lines: [String: [String]] = [:]

  /// Adds a document, whose body has `lines` to be seen.
  mutating func add(_ bytes: [UInt8], _ format: OfficeFormat, _ stem: String, lines: [String]) {
    let name = "\(stem)-\(format.rawValue).\(format.rawValue)"
    folder.write(name, bytes)
    names[format, default: []].append(name)
    self.lines[name] = lines
  }

  /// No validator finds anything, not even a warning.
  func expectValid() {
    guard Validators.areHere else { return }
    for (format, names) in names {
      let paths = names.map { folder.path + "/" + $0 }
      #expect(Validators.findings(in: paths, format: format.rawValue, options: ["-w"]) == "")
      guard format == .docx, Validators.sdkIsHere else { continue }
      #expect(Validators.sdkFindings(in: paths) == "")
    }
  }

  /// LibreOffice opens one in `step` and shows its lines.
  func expectShown(every step: Int) throws {
    guard OpenedDocuments.canBeOpened else { return }
    let opened = names.values.flatMap { names in names.indices.filter { $0 % step == 0 }.map { names[$0] } }
    let texts = OpenedDocuments.bodies(of: opened, in: folder)
    for name in opened {
      let text = Self.squeezed(try #require(texts[name], "\(name) was not opened"))
      let missing = lines[name, default: []].filter { !text.contains(Self.squeezed($0)) }
      #expect(missing == [], "\(name)")
    }
  }

  /// Without blanks, which the formats keep differently.
  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension DocumentContent {
  /// The lines that are seen.
  var shownLines: [String] { blocks.flatMap(Self.lines) }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let text): text.split(separator: "\n").map { String($0) }
    case .table(let table): table.rows.joined().filter { !$0.isCovered }.flatMap { $0.blocks.flatMap(lines) }
    }
  }
}
