import OfficeDocument
import TemplateLanguage
import XMLTree

/// Brings one OpenDocument text into another: what it refers to comes along under names of the document's own.
///
/// One rendering has one for each source, so that what is printed twice brings its styles and files once.
final class OpenDocumentMerger {
  typealias Key = OpenDocumentStyleSheet.Key

  let source: OpenDocumentSource
  let rule: SubDocument.Styles
  /// It owns the merger.
  private unowned let changes: PackageChanges
  private let target: OpenDocumentStyleSheet
  private var common: [Key: String] = [:]
  private var pending: [(key: Key, name: String)] = []
  /// The automatic styles being named; one can't be part of itself.
  private var underWay: Set<Key> = []
  private var automatic: [String: [Key: String]] = [:]
  private var files: [String: String] = [:]
  private var names: [String: String] = [:]

  init(
    _ source: OpenDocumentSource, _ rule: SubDocument.Styles, into changes: PackageChanges
  ) throws(ValueError) {
    self.source = source
    self.rule = rule
    self.changes = changes
    target = try WordMerger.reading { () throws(OfficeError) in try changes.target.openDocumentStyles() }
  }

  /// Writes the document's text.
  func write(into writer: inout MarkupWriter) throws(ValueError) {
    names = [:]
    writer.write(try resolve(source.body, in: writer.entry))
    while let style = pending.popLast() {
      let pieces = source.common.styles[style.key] ?? []
      changes.append(
        try resolve(pieces, in: "styles.xml", naming: style.name), toEntry: "styles.xml", at: .commonStyles)
    }
  }

  /// - Parameter name: the new name of the style that the pieces define.
  private func resolve(
    _ pieces: [MergePiece], in entry: String, naming name: String? = nil
  ) throws(ValueError) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .literal(let literal): bytes += literal
      case .slot(.openDocumentStyle(let style, let family)):
        // A common style can refer to common styles only.
        let key = Key(family: family, name: style)
        bytes += escaped(
          try name != nil && entry == "styles.xml" ? commonName(key) : self.name(of: key, in: entry))
      case .slot(.styleName(let own)): bytes += escaped(name ?? own)
      case .slot(.name(let old)): bytes += escaped(renamed(old))
      case .slot(.path(let path)): bytes += escaped(try file(path))
      case .slot: continue
      }
    }
    return bytes
  }

  private func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    XMLCharacters.appendAttributeValue(Array(text.utf8), to: &bytes)
    return bytes
  }

  private func renamed(_ name: String) -> String {
    if let known = names[name] { return known }
    let new = changes.counters.uniqueName(name)
    names[name] = new
    return new
  }

  // MARK: Styles

  /// The name under which a style is known in `entry`.
  private func name(of key: Key, in entry: String) throws(ValueError) -> String {
    guard let pieces = source.automatic.styles[key] else { return commonName(key) }
    if let known = automatic[entry]?[key] { return known }
    guard underWay.insert(key).inserted else { return key.name }
    defer { underWay.remove(key) }
    guard let place = pieces.firstIndex(where: { if case .slot(.styleName) = $0 { true } else { false } })
    else { return key.name }
    let before = try resolve(Array(pieces[..<place]), in: entry)
    let after = try resolve(Array(pieces[(place + 1)...]), in: entry)
    let name = changes.name(of: AutomaticStyle(wrap: Wrap(before, after)), in: entry)
    automatic[entry, default: [:]][key] = name
    return name
  }

  private func commonName(_ key: Key) -> String {
    if let known = common[key] { return known }
    guard let own = source.common.styles[key] else { return key.name }
    var name = key.name
    var number = 2
    while let there = there(Key(family: key.family, name: name)) {
      // What the template or a document merged before calls so does, unless it must be the same to the letter.
      if rule == .template || there == own {
        common[key] = name
        return name
      }
      name = "\(key.name)_\(number)"
      number += 1
    }
    common[key] = name
    changes.supplements.openDocumentStyles[Key(family: key.family, name: name)] = own
    pending.append((key, name))
    return name
  }

  private func there(_ key: Key) -> [MergePiece]? {
    target.styles[key] ?? changes.supplements.openDocumentStyles[key]
  }

  // MARK: Files

  /// The path of a picture or an object, which comes along.
  private func file(_ path: String) throws(ValueError) -> String {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if let known = files[plain] { return known }
    let parts = source.package.entries.filter { $0.name == plain || $0.name.hasPrefix(plain + "/") }
    // What lies beside the document stays where it is.
    guard !parts.isEmpty else { return path }
    let new = changes.newEntryName(like: plain)
    files[plain] = new
    let types = try WordMerger.reading { () throws(OfficeError) in try source.package.mediaTypes() }
    if let type = types[plain + "/"] { changes.addFolder(new + "/", type) }
    for part in parts {
      let name = new + part.name.dropFirst(plain.count)
      changes.add(
        PackageAdditions.Entry(
          name: name, data: part.data, mediaType: types[part.name] ?? ""))
    }
    return new
  }
}
