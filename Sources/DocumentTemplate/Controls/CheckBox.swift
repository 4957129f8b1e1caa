import OfficeDocument
import TemplateLanguage
import XMLTree

/// A content control with a box to tick ([MS-DOCX] 2.5.4.3), filled by a value.
struct CheckBox: Sendable, Hashable {
  /// What stands in the control when it is ticked, and when it is not.
  let checked: String
  let unchecked: String
  /// Whether the place is the control's state, not what is shown.
  var isState = false

  /// Reads the properties of a control; nil if it is no check box.
  init?(_ properties: Node) {
    guard let box = properties.elements.first(where: { Self.isBox($0) }) else { return nil }
    func symbol(_ name: String, _ usual: String) -> String {
      let code = box.elements.first { $0.localName == name }?.attribute(Self.value)
      return code.flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init).map { String($0) } ?? usual
    }
    checked = symbol("checkedState", "\u{2612}")
    unchecked = symbol("uncheckedState", "\u{2610}")
  }

  static let value = Name(Namespace.word2010, "val")

  static func isBox(_ element: Node) -> Bool {
    element.localName == "checkbox" && element.namespace == Namespace.word2010.description
  }

  /// The check box whose content `node` is in.
  static func around(_ node: Node) -> CheckBox? {
    node.ancestor(W.sdt)?.firstElement(W.sdtPr).flatMap { CheckBox($0) }
  }

  /// What a value comes to here; nil for one that is printed as everywhere.
  func text(of value: Value) -> String? {
    switch value {
    case .string(let text): isState ? (text == checked ? "1" : "0") : nil
    case .bool, .int, .none: isState ? (value.isTrue ? "1" : "0") : (value.isTrue ? checked : unchecked)
    default: isState ? "0" : nil
    }
  }
}
