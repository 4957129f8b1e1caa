import Diagnostics
import TemplateLanguage

extension DocumentTemplate {
  /// The data that the template uses, in order of first use; what several parts use is said once.
  public var data: [DataField] {
    DataFieldReader.fields(parts.flatMap { part in part.program.references.map { ($0, part) } })
  }
}

/// Makes fields of what the programs of a template's parts refer to.
enum DataFieldReader {
  typealias Source = (reference: DataReference, part: CompiledPart)

  /// A field for each name.
  static func fields(_ sources: [Source]) -> [DataField] {
    var order: [String] = []
    var byName: [String: [Source]] = [:]
    for source in sources {
      if byName[source.reference.name] == nil { order.append(source.reference.name) }
      byName[source.reference.name, default: []].append(source)
    }
    return order.map { field($0, byName[$0] ?? []) }
  }

  private static func field(_ name: String, _ sources: [Source]) -> DataField {
    let fields = fields(
      sources.flatMap { source in
        // The members of a list's items come behind its own.
        let inner = source.reference.items.reduce(0) { $0 + $1.members.count }
        return source.reference.members.dropLast(inner).map { ($0, source.part) }
      })
    let items = Self.fields(sources.flatMap { source in source.reference.items.map { ($0, source.part) } })
    let hints = sources.reduce(into: DataHints()) { $0.formUnion($1.reference.hints) }
    return DataField(
      name: name, kind: kind(sources, fields, hints), fields: fields, items: items,
      isRequired: sources.contains { $0.reference.requiredBy != nil },
      isGuarded: sources.allSatisfy { $0.reference.uses.count == $0.reference.guardedUses.count },
      isWhole: hints.contains(.whole), uses: uses(sources))
  }

  private static func kind(_ sources: [Source], _ fields: [DataField], _ hints: DataHints) -> DataField.Kind {
    if sources.contains(where: { $0.reference.kind == .list }) { return .list }
    if !fields.isEmpty { return .mapping }
    let fillsPicture = sources.contains { source in
      source.reference.uses.contains { source.part.pictureTags.contains($0) }
    }
    if fillsPicture { return .picture }
    if hints.contains(.date) { return .date }
    if hints.contains(.number) { return .number }
    if hints.contains(.text) { return .text }
    return hints == .condition ? .boolean : .value
  }

  private static func uses(_ sources: [Source]) -> [DataField.Use] {
    var seen: Set<DataField.Use> = []
    return sources.flatMap { source in source.reference.uses.map { source.part.tags[$0] } }
      .map { record in
        DataField.Use(
          spot: record.spot, tag: record.text,
          excerpt: Excerpt(of: record.paragraph, marked: record.tag.range))
      }
      .filter { seen.insert($0).inserted }
  }
}

extension CompiledPart {
  /// The numbers of the tags whose values take the places of pictures.
  var pictureTags: Set<Int> {
    var found: Set<Int> = []
    for case .attribute(let pieces, _) in marks {
      for case .picture(let origin, _) in pieces { found.insert(origin) }
    }
    return found
  }
}
