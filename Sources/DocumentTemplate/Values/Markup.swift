import TemplateLanguage
import XMLTree

/// Pieces of markup with values in them.
enum Markup {
  /// ` name="value"`, with a blank before it.
  static func attribute(_ name: String, _ value: String) throws(ValueError) -> String {
    let value = Array(value.utf8)
    if let character = XMLCharacters.firstForbidden(in: value) {
      throw ValueError(.forbiddenCharacter(character.value))
    }
    var bytes = Array(" \(name)=\"".utf8)
    XMLCharacters.appendAttributeValue(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "\""
  }

  /// Text between tags.
  static func text(_ value: String) throws(ValueError) -> String {
    let value = Array(value.utf8)
    if let character = XMLCharacters.firstForbidden(in: value) {
      throw ValueError(.forbiddenCharacter(character.value))
    }
    var bytes: [UInt8] = []
    XMLCharacters.appendText(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
