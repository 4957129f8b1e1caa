import OfficeDocument
import XMLTree

/// What one document gains while its parts are written, one after the other: numbers unlike all others,
/// relationships, pictures, styles.
///
/// A class, because values deep inside a part's markup add to it. One rendering has one; it never leaves its task.
final class PackageChanges {
  var counters: PackageCounters
  private(set) var additions = PackageAdditions()
  var lists: ListCounters
  /// The footnotes, endnotes and comments that the body's text has.
  private(set) var notes: [NoteKind: [(id: String, markup: [UInt8])]] = [:]
  let styles: StyleNames
  let page: PageSpace
  let target: MergeTarget
  let package: OfficePackage
  var supplements = Supplements()
  private var relationships: [String: NewRelationships] = [:]
  private var pictures: [PictureData: String] = [:]
  private var automaticStyles: [String: AutomaticStyles] = [:]

  init(
    package: OfficePackage, counters: PackageCounters, styles: StyleNames, page: PageSpace,
    target: MergeTarget, lists: ListCounters
  ) {
    self.package = package
    self.counters = counters
    self.styles = styles
    self.page = page
    self.lists = lists
    self.target = target
  }

  /// The id of a relationship from `source`; the same for the same kind and target.
  ///
  /// - Parameter part: the entry it leads to; nil for a target outside of the package.
  func relationship(
    _ kind: Relationships.Kind, to target: String, part: String? = nil, from source: String
  ) -> String {
    var own = relationships[source] ?? NewRelationships(after: existing(of: source))
    let id = own.id(kind, target, part)
    relationships[source] = own
    additions.relationships[source] = own.added
    return id
  }

  func add(_ kind: NoteKind, id: String, _ markup: [UInt8]) {
    notes[kind, default: []].append((id, markup))
  }

  var isWord: Bool { package.format == .docx }

  /// How markup in `entry` names a picture that the document gains: by the id of a relationship in Word, by its
  /// path in OpenDocument. The same picture is added once.
  func picture(_ data: PictureData, for entry: String) -> String {
    let name = pictures[data] ?? add(data)
    guard package.format == .docx else { return name }
    return relationship(.image, to: Relationships.target(of: name, from: entry), part: name, from: entry)
  }

  private func add(_ data: PictureData) -> String {
    let folder = package.format == .docx ? "word/media" : "Pictures"
    let name = newEntryName("\(folder)/image", ".\(data.format.fileEnding)")
    pictures[data] = name
    additions.entries.append(PackageAdditions.Entry(name: name, picture: data))
    return name
  }

  /// Adds an entry under a name that ``newEntryName(like:)`` gave.
  func add(_ entry: PackageAdditions.Entry) { additions.entries.append(entry) }

  /// Adds the relationships of a new entry.
  func add(_ all: [Relationships.Relationship], from source: String) {
    if !all.isEmpty { additions.relationships[source, default: []] += all }
  }

  /// A name for an entry that comes from elsewhere: another number, the same folder and ending.
  func newEntryName(like name: String) -> String {
    let folderEnd = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) }
    let file = name[(folderEnd ?? name.startIndex)...]
    let dot = file.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    var stem = name[..<dot]
    while let last = stem.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) {
      stem.removeLast()
    }
    return newEntryName(String(stem), String(name[dot...]))
  }

  /// Lists a folder of an OpenDocument file, such as an embedded object's.
  func addFolder(_ name: String, _ mediaType: String) {
    additions.folders.append(PackageAdditions.Folder(name: name, mediaType: mediaType))
  }

  /// Gives an entry of the template another name.
  func rename(_ one: PackageAdditions.Renaming) { additions.renamed.append(one) }

  /// A name in the folder of an entry with another ending.
  func newEntryName(like name: String, ending: String) -> String {
    let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return newEntryName(like: name[..<dot] + "." + ending)
  }

  private func newEntryName(_ stem: String, _ ending: String) -> String {
    var number = lastNumbers[stem] ?? 0
    repeat { number += 1 } while !takenNames.insert("\(stem)\(number)".lowercased()).inserted
    lastNumbers[stem] = number
    return "\(stem)\(number)\(ending)"
  }

  private var lastNumbers: [String: Int] = [:]

  /// The template's entries without their endings, and its folders, in small letters: names that differ in case alone
  /// clash (ISO/IEC 29500-2, 6.2.2.3).
  private lazy var takenNames = Set(
    package.entries.flatMap { entry in
      let name = entry.name.lowercased()
      let stem = name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
      return [stem, name.prefix { $0 != "/" }].map { String($0) }
    })

  /// Whether `id` is a hyperlink of `source` in the template.
  func hasHyperlink(_ id: String, in source: String) -> Bool {
    existing(of: source).of(.hyperlink).contains { $0.id == id }
  }

  /// The name of an automatic style of the OpenDocument part `entry`; the same for equal styles.
  func name(of style: AutomaticStyle, in entry: String) -> String {
    automaticStyles[entry, default: AutomaticStyles()].name(of: style)
  }

  /// The names that automatic styles of `entry` must not take.
  func reserveStyleNames(_ names: Set<String>, in entry: String) {
    automaticStyles[entry, default: AutomaticStyles()].reserve(names)
  }

  /// The automatic styles that `entry` gained, as markup.
  func markup(ofStylesIn entry: String) -> [UInt8] { automaticStyles[entry]?.markup ?? [] }

  /// Relationships were read when the package was opened, so that reading them again doesn't fail.
  private func existing(of source: String) -> Relationships {
    (try? package.relationships(of: source)) ?? Relationships(all: [])
  }
}

/// The relationships an entry gains.
private struct NewRelationships {
  private(set) var added: [Relationships.Relationship] = []
  private var ids: [Key: String] = [:]
  private var used: Set<String>
  private var last: Int

  private struct Key: Hashable {
    let kind: Relationships.Kind
    let target: String
  }

  init(after existing: Relationships) {
    used = Set(existing.all.map(\.id))
    last =
      existing.all.compactMap { $0.id.hasPrefix("rId") ? Int($0.id.dropFirst(3)) : nil }
      .filter { $0 < 1_000_000_000 }.max() ?? 0
  }

  mutating func id(_ kind: Relationships.Kind, _ target: String, _ part: String?) -> String {
    let key = Key(kind: kind, target: target)
    if let known = ids[key] { return known }
    repeat { last += 1 } while !used.insert("rId\(last)").inserted
    let id = "rId\(last)"
    ids[key] = id
    added.append(Relationships.Relationship(id: id, type: kind, target: target, partName: part))
    return id
  }
}
