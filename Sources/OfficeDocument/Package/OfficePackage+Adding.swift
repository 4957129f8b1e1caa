import Diagnostics
import XMLTree
public import ZipArchive

extension OfficePackage {
  /// Writes the package with some entries replaced and others added; what describes the entries (content types
  /// and relationships, or the manifest) is brought up to date.
  ///
  /// - Parameters:
  ///   - changed: new bytes by entry name; each name must be an entry of the package.
  ///   - additions: what is new.
  /// - Throws: `OfficeError` if an added entry's name is taken, or what describes the entries is not XML.
  public func write(
    replacing changed: [String: CompressedPart], adding additions: PackageAdditions
  ) throws(OfficeError) -> [UInt8] {
    guard !additions.isEmpty else { return try write(replacing: changed) }
    let (changed, added) = try described(changed, additions)
    let names = additions.newNames
    do throws(ZipError) {
      var writer = try ZipWriter()
      for entry in entries {
        try writer.add(names[entry.name] ?? entry.name, changed[entry.name] ?? entry.data)
      }
      for entry in added { try writer.add(entry.name, entry.data) }
      return try writer.finish()
    } catch {
      throw OfficeError(error)
    }
  }

  /// What changes and what is new when what describes the entries is brought up to date.
  func described(
    _ changed: [String: CompressedPart], _ additions: PackageAdditions
  ) throws(OfficeError) -> (changed: [String: CompressedPart], added: [Entry]) {
    guard !additions.isEmpty else { return (changed, []) }
    for entry in additions.entries where contains(entry.name) {
      throw OfficeError(part: entry.name, .nameTaken(entry.name))
    }
    var changed = changed
    var added = additions.entries.map { Entry(name: $0.name, data: $0.data) }
    let names = additions.newNames
    switch format {
    case .docx:
      try describeWord(additions, &changed, &added)
    case .odt:
      let name = Manifest.entry
      changed[name] = try Self.compress(
        try Self.listing(additions, in: try bytes(of: name, changed)), as: name)
      if !names.isEmpty { try retarget(names, &changed) }
    }
    return (changed, added)
  }

  private func describeWord(
    _ additions: PackageAdditions, _ changed: inout [String: CompressedPart], _ added: inout [Entry]
  ) throws(OfficeError) {
    if !additions.entries.isEmpty || !additions.renamed.isEmpty {
      let name = ContentTypes.entry
      var types = try ContentTypes(parsing: try bytes(of: name, changed))
      let gone = Set(additions.renamed.map(\.old))
      types.remove { gone.contains($0) }
      for entry in additions.entries { types.add(entry.mediaType, for: entry.name) }
      for one in additions.renamed { types.add(one.mediaType, for: one.new) }
      changed[name] = try Self.compress(types.serialize(), as: name)
    }
    if !additions.renamed.isEmpty { try retarget(additions.renamed, &changed) }
    for (source, new) in additions.relationships.sorted(by: { $0.key < $1.key }) {
      let name = Relationships.entry(for: source)
      if contains(name) {
        let old = try Relationships(parsing: try bytes(of: name, changed), of: name, source: source)
        changed[name] = try Self.compress(Relationships(all: old.all + new).serialize(), as: name)
      } else {
        added.append(
          Entry(name: name, data: try Self.compress(Relationships(all: new).serialize(), as: name)))
      }
    }
  }

  /// Lets relationships lead to the new names.
  private func retarget(
    _ renamed: [PackageAdditions.Renaming], _ changed: inout [String: CompressedPart]
  ) throws(OfficeError) {
    let names = Dictionary(renamed.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for entry in entries where Relationships.isRelationships(entry.name) {
      let source = Relationships.source(of: entry.name)
      let old = try Relationships(
        parsing: try bytes(of: entry.name, changed), of: entry.name, source: source)
      guard old.all.contains(where: { $0.partName.map { names[$0] != nil } ?? false }) else { continue }
      let new = old.all.map { one in
        guard let to = one.partName.flatMap({ names[$0] }) else { return one }
        return Relationships.Relationship(
          id: one.id, type: one.type, target: Relationships.target(of: to, from: source), partName: to)
      }
      changed[entry.name] = try Self.compress(Relationships(all: new).serialize(), as: entry.name)
    }
  }

  /// Lets the links of an OpenDocument file lead to the new names.
  private func retarget(
    _ names: [String: String], _ changed: inout [String: CompressedPart]
  ) throws(OfficeError) {
    let address = Name("http://www.w3.org/1999/xlink", "href")
    for entry in ["content.xml", "styles.xml"] where contains(entry) {
      let tree = try Self.parse(try bytes(of: entry, changed), of: entry)
      for element in tree.root.descendants {
        guard let new = element.attribute(address).flatMap({ names[$0] }) else { continue }
        element.setAttribute(address, new)
        // The new file is of another kind; what it is stands in the manifest.
        element.removeAttributes { $0.localName == "mime-type" }
      }
      changed[entry] = try Self.compress(tree.serialize(), as: entry)
    }
  }

  /// The unpacked bytes of an entry of which `changed` may hold new ones.
  package func bytes(
    of name: String, _ changed: [String: CompressedPart]
  ) throws(OfficeError) -> [UInt8] {
    guard let data = changed[name] else { return try bytes(of: name) }
    do throws(ZipError) {
      return try data.inflated()
    } catch {
      throw OfficeError(error, in: name)
    }
  }
}
