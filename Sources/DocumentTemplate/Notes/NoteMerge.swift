import OfficeDocument
import TemplateLanguage
import XMLTree

/// Puts the body's footnotes, endnotes and comments inside the elements that refer to them, while the template is
/// compiled: a note belongs to the text it stands at, repeats with it, goes with it, and sees the names that are
/// bound there. While a document is written, each goes back into the part it came from.
struct NoteMerge {
  /// A part with notes.
  struct Source {
    let entry: String
    /// The notes that were taken out, by id.
    var moved: Set<String> = []
  }

  private let package: OfficePackage
  private let delimiters: Delimiters
  private(set) var sources: [NoteKind: Source] = [:]
  private var notes: [NoteKind: [String: [UInt8]]] = [:]

  private static let target = "chengwen-note"
  private static let mark = Array("<?\(target) ".utf8)

  /// - Parameter main: the entry of the main part.
  init(_ package: OfficePackage, main: String, _ delimiters: Delimiters) throws(OfficeError) {
    self.package = package
    self.delimiters = delimiters
    guard package.format == .docx else { return }
    let links = try package.relationships(of: main)
    for kind in NoteKind.allCases {
      guard let entry = links.of(kind.relationship).first?.partName, package.contains(entry) else { continue }
      sources[kind] = Source(entry: entry)
    }
  }

  /// The main part with its notes in it; as it was when no tag could concern a note.
  ///
  /// - Parameters:
  ///   - tree: the part, which may be changed.
  ///   - main: the same as bytes.
  mutating func merge(
    into tree: XMLTree, _ main: [UInt8], of entry: String
  ) throws(OfficeError) -> XMLTree {
    let (output, statement) = (delimiters.output.open, delimiters.statement.open)
    var concerned = main.contains(statement.first) && main.contains(statement.second)
    var parts: [NoteKind: [UInt8]] = [:]
    for (kind, source) in sources {
      let bytes = try package.bytes(of: source.entry)
      parts[kind] = bytes
      concerned = concerned || bytes.contains(output.first) || bytes.contains(statement.first)
    }
    guard concerned, !parts.isEmpty else { return tree }
    let declared = Self.declarations(of: tree.root)
    // Footnotes may have comments, comments have nothing.
    for kind in [NoteKind.comment, .footnote, .endnote] {
      guard let source = sources[kind], let bytes = parts[kind] else { continue }
      let notesTree = try OfficePackage.parse(bytes, of: source.entry)
      if kind != .comment { refer(in: notesTree, [.comment]) }
      let missing = Self.declarations(of: notesTree.root).filter { declared[$0.key] != $0.value }
      for note in notesTree.root.elements(kind.element) {
        guard let id = note.attribute(W.id), notes[kind]?[id] == nil else { continue }
        notes[kind, default: [:]][id] = Self.declaring(missing, in: expand(note.serialize()))
      }
    }
    refer(in: tree, NoteKind.allCases)
    guard sources.values.contains(where: { !$0.moved.isEmpty }) else { return tree }
    return try OfficePackage.parse(expand(tree.serialize()), of: entry)
  }

  /// The kind of the notes that were taken out of a part; nil if there are none.
  func moved(from part: WrittenPart) -> NoteKind? {
    sources.first { $0.key.part == part.part && $0.value.entry == part.entry && !$0.value.moved.isEmpty }?.key
  }

  /// Takes the notes that stand in the body out of their own part.
  func remove(_ kind: NoteKind, from tree: XMLTree) {
    guard let moved = sources[kind]?.moved else { return }
    for note in tree.root.elements(kind.element) where note.attribute(W.id).map(moved.contains) == true {
      note.remove()
    }
  }

  /// Puts a mark into every reference to a known note.
  private mutating func refer(in tree: XMLTree, _ kinds: [NoteKind]) {
    for element in tree.root.descendants(noted: NoteKind.references) {
      guard let kind = kinds.first(where: { element.is($0.reference) }), let id = element.attribute(W.id),
        notes[kind]?[id] != nil, element.firstChild == nil
      else { continue }
      sources[kind]?.moved.insert(id)
      element.append(tree.makeInstruction(target: Self.target, data: "\(kind) \(id)"))
    }
  }

  /// Replaces the marks by the notes.
  private func expand(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: Self.mark) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
      result += rest[..<start]
      let words = String(decoding: rest[(start + Self.mark.count)..<(end - 1)], as: UTF8.self)
        .split(separator: " ", maxSplits: 1)
      if words.count == 2, let kind = NoteKind.allCases.first(where: { "\($0)" == words[0] }) {
        result += notes[kind]?[String(words[1])] ?? []
      }
      rest = rest[(end + 1)...]
    }
    return result + rest
  }

  /// The namespaces an element declares: `xmlns:w` and its address as written.
  private static func declarations(of element: Node) -> [String: String] {
    var found: [String: String] = [:]
    for word in String(decoding: element.startTag(), as: UTF8.self).split(separator: " ") {
      guard word.hasPrefix("xmlns"), let equals = word.firstIndex(of: "=") else { continue }
      let value = word[word.index(after: equals)...]
      let quoted = value.dropFirst().prefix { $0 != "\"" }
      found[String(word[..<equals])] = String(quoted)
    }
    return found
  }

  /// An element with more declarations.
  private static func declaring(_ missing: [String: String], in element: [UInt8]) -> [UInt8] {
    guard !missing.isEmpty, let end = element.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: ">") })
    else { return element }
    let text = missing.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
    return element[..<end] + Array(text.utf8) + element[end...]
  }
}

extension ArraySlice<UInt8> {
  /// Where `bytes` begin.
  fileprivate func firstIndex(of bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    var rest = self
    while let found = rest.firstIndex(of: first) {
      if rest[found...].starts(with: bytes) { return found }
      rest = rest[(found + 1)...]
    }
    return nil
  }
}
