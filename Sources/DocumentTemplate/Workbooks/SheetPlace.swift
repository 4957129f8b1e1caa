import TemplateLanguage
import XMLTree

/// A place in a cell of a workbook that one value fills (ISO/IEC 29500-1, 18.3.1.4).
enum SheetPlace: Sendable, Hashable, CaseIterable {
  /// The cell's type, which depends on the value.
  case type
  /// What the cell holds.
  case content

  func markup(of value: Value) -> [UInt8] {
    let isNumber =
      switch value {
      case .int, .bigInt, .decimal: true
      default: false
      }
    switch self {
    case .type: return Array((isNumber ? "n" : "inlineStr").utf8)
    case .content:
      var text: [UInt8] = []
      XMLCharacters.appendText(Array(value.printed.utf8), to: &text)
      return isNumber
        ? Array("<v>".utf8) + text + Array("</v>".utf8)
        : Array("<is><t xml:space=\"preserve\">".utf8) + text + Array("</t></is>".utf8)
    }
  }
}
