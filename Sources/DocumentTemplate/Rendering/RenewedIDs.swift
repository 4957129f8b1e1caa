import OfficeDocument
import TemplateLanguage
import XMLTree

/// Gives what must be unique in a package new numbers and names in markup that is printed again: a block `set`
/// holds one picture, but may be printed many times. What refers to something in the markup goes on doing so.
struct RenewedIDs {
  private let table: IdentityRule.Table
  private var renewed: [Identity: String] = [:]
  private var result = RenewedMarkup()

  /// - Parameters:
  ///   - markup: balanced markup as the engine writes it.
  ///   - rename: makes what a number or name of the markup becomes.
  static func renew(
    _ markup: [UInt8], _ changes: PackageChanges, _ rename: (Identity) -> String
  ) -> RenewedMarkup {
    var ids = RenewedIDs(table: IdentityRule.table(of: changes.isWord ? .docx : .odt))
    ids.collect(MarkupTags(of: markup), rename)
    ids.write(markup, changes)
    return ids.result
  }

  private init(table: IdentityRule.Table) { self.table = table }

  private func rule(_ attribute: String, _ element: String) -> IdentityRule? {
    table.rule(for: attribute, of: element) ?? (attribute == "xml:id" ? IdentityRule.xmlID : nil)
  }

  /// Makes what the markup's own names and numbers become.
  private mutating func collect(_ tags: MarkupTags, _ rename: (Identity) -> String) {
    var found: [Identity] = []
    tags.forEach { tag in
      for attribute in tag.attributes {
        guard let rule = rule(attribute.name, tag.element), !rule.isReference else { continue }
        found.append(Identity(space: rule.space, text: tags.text(attribute.value)))
      }
    }
    for identity in found where renewed[identity] == nil { renewed[identity] = rename(identity) }
  }

  private mutating func write(_ markup: [UInt8], _ changes: PackageChanges) {
    var edits: [(range: Range<Int>, text: String)] = []
    let tags = MarkupTags(of: markup)
    tags.forEach { tag in
      for attribute in tag.attributes {
        let text = tags.text(attribute.value)
        if tag.element == "docPr", attribute.name == "id" {
          edits.append((attribute.value, String(changes.counters.drawingID())))
        } else if attribute.name == "w:instr" {
          edits.append((attribute.value, inField(text)))
        } else if let rule = rule(attribute.name, tag.element) {
          let name = rule.isFragment && text.hasPrefix("#") ? String(text.dropFirst()) : text
          guard let new = renewed[Identity(space: rule.space, text: name)] else { continue }
          edits.append((attribute.value, name == text ? new : "#" + new))
        }
      }
      guard tag.element == "instrText" else { return }
      let start = tag.range.upperBound
      let end = markup[start...].firstIndex(of: UInt8(ascii: "<")) ?? markup.count
      edits.append((start..<end, inField(tags.text(start..<end))))
    }
    result.bytes.reserveCapacity(markup.count)
    var position = 0
    for edit in edits {
      result.bytes += markup[position..<edit.range.lowerBound]
      result.bytes += Array(edit.text.utf8)
      result.note(edit.range.upperBound, grownBy: edit.text.utf8.count - edit.range.count)
      position = edit.range.upperBound
    }
    result.bytes += markup[position...]
  }

  private func inField(_ instruction: String) -> String {
    FieldWords.split(instruction).map { renewed[Identity(space: .name, text: $0)] ?? $0 }.joined()
  }
}

/// Markup with new numbers and names, and where the places of the old are in it.
struct RenewedMarkup {
  var bytes: [UInt8] = []
  /// The places behind which the markup has moved, with how far, in order.
  private var moves: [(place: Int, distance: Int)] = []

  fileprivate mutating func note(_ place: Int, grownBy count: Int) {
    if count != 0 { moves.append((place, (moves.last?.distance ?? 0) + count)) }
  }

  /// Where a place of the old markup is in the new.
  func moved(_ place: Int) -> Int {
    var (low, high) = (0, moves.count)
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return place + (low > 0 ? moves[low - 1].distance : 0)
  }
}
