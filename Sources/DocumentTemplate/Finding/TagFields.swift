import OfficeDocument
import TemplateLanguage
import XMLTree

/// Opens OpenDocument's input fields and placeholders that hold nothing but tags, as users of secretary write them:
/// what the tag prints takes the place of the field (ODF 1.3 part 3, 7.4.16 and 7.7.23).
///
/// An input field's description may refer to what its tag goes for: `paragraph`, `row` or `cell` take the place of
/// that, as docxtpl's prefixes do; `before::row`, `after::cell` and the like put the tag beside it. Any other
/// description is a hint for who fills the field in, and says nothing here.
struct TagFields {
  private static let carriers: [String: ScannedTag.Carrier] = [
    "paragraph": .paragraph, "text:p": .paragraph, "text:h": .paragraph,
    "row": .row, "table-row": .row, "table:table-row": .row, "list-item": .row, "text:list-item": .row,
    "cell": .cell, "table-cell": .cell, "table:table-cell": .cell,
  ]

  /// Opens the fields below `root`, and notes in `records` what their tags refer to.
  static func open(below root: Node, _ records: inout [TagRecord]) {
    let fields = root.descendants.filter { $0.is(ODFText.textInput) || $0.is(ODFText.placeholder) }
    for field in fields {
      let markers = MarkerList(below: field).markers
      guard !markers.isEmpty, holdsOnlyMarkers(field) else { continue }
      if field.is(ODFText.textInput), let reference = reference(of: field) {
        for marker in markers where records[marker.origin].tag.carrier == nil {
          records[marker.origin].refer(to: reference.carrier, reference.side)
        }
      }
      field.replace(with: markers.map(\.node))
    }
  }

  /// Whether a field's text is tags alone; editors show a placeholder between `<` and `>`.
  private static func holdsOnlyMarkers(_ field: Node) -> Bool {
    var text: [UInt8] = []
    for child in field.children where child.kind != .comment {
      switch child.kind {
      case .text, .cdata: text += child.textBytes.filter { $0 > 0x20 }
      case .instruction: text.append(0)
      default: return false
      }
    }
    if field.is(ODFText.placeholder), text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") {
      text = Array(text.dropFirst().dropLast())
    }
    return text.allSatisfy { $0 == 0 }
  }

  private static func reference(of field: Node) -> (carrier: ScannedTag.Carrier, side: TagRecord.Side?)? {
    guard let description = field.attribute(ODFText.fieldDescription) else { return nil }
    let words = description.lowercased().filter { !$0.isWhitespace }
    for (prefix, side) in [("before::", TagRecord.Side.before), ("after::", .after)]
    where words.hasPrefix(prefix) {
      return carriers[String(words.dropFirst(prefix.utf8.count))].map { ($0, side) }
    }
    return carriers[words].map { ($0, nil) }
  }
}
