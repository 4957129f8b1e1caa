import Deflate
import OfficeDocument
import TemplateLanguage
import XMLTree

/// What a macro, a block `set` or a filter block wrote: markup that may be printed again where its level fits.
struct CapturedMarkup: TemplateObject {
  let content: TemplateText
  /// Where its literals are.
  let part: CompiledPart
  /// Nil for the body of a loop that had no rounds: there is nothing in it.
  let level: Level?
  /// The how-manieth capture it is.
  let number: Int
  /// What happened in it to tables.
  let events: [CellEvent]

  var typeName: String { "markup" }
  var isTrue: Bool { content.byteCount > 0 }

  /// The characters between the tags, for filters and for places that hold text only.
  var text: String? { Self.plainText(of: part.bytes(of: content)) }

  /// The characters between the tags of markup.
  static func plainText(of bytes: [UInt8]) -> String {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        if let character = character(ofElement: bytes[(index + 1)..<end]) { plain.append(character) }
        index = end + 1
      case UInt8(ascii: "&"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count - 1
        plain.append(character(bytes[(index + 1)..<end]))
        index = end + 1
      default:
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The character that an empty element such as `w:br` or `text:s` stands for.
  private static func character(ofElement tag: ArraySlice<UInt8>) -> UInt8? {
    guard tag.last == UInt8(ascii: "/") else { return nil }
    let name = tag.prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return switch String(decoding: local, as: UTF8.self) {
    case "s": 0x20
    case "tab", "ptab": 0x09
    case "br", "cr", "line-break": 0x0A
    default: nil
    }
  }

  private static func character(_ entity: ArraySlice<UInt8>) -> UInt8 {
    switch String(decoding: entity, as: UTF8.self) {
    case "lt": UInt8(ascii: "<")
    case "gt": UInt8(ascii: ">")
    case "quot": UInt8(ascii: "\"")
    case "#9": UInt8(ascii: "\t")
    case "#10": UInt8(ascii: "\n")
    case "#13": UInt8(ascii: "\r")
    default: UInt8(ascii: "&")
    }
  }
}
