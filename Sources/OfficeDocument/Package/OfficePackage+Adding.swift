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
    do throws(ZipError) {
      var writer = try ZipWriter()
      for entry in entries { try writer.add(entry.name, changed[entry.name] ?? entry.data) }
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
    switch format {
    case .docx:
      try describeWord(additions, &changed, &added)
    case .odt:
      let name = Manifest.entry
      changed[name] = try Self.compress(
        try Self.listing(additions.entries, in: try bytes(of: name, changed)), as: name)
    }
    return (changed, added)
  }

  private func describeWord(
    _ additions: PackageAdditions, _ changed: inout [String: CompressedPart], _ added: inout [Entry]
  ) throws(OfficeError) {
    if !additions.entries.isEmpty {
      let name = ContentTypes.entry
      var types = try ContentTypes(parsing: try bytes(of: name, changed))
      for entry in additions.entries { types.add(entry.mediaType, for: entry.name) }
      changed[name] = try Self.compress(types.serialize(), as: name)
    }
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

  private func bytes(
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
