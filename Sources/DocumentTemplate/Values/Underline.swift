/// A line below text (ISO/IEC 29500-1, 17.18.99).
public enum Underline: String, Sendable, Hashable, CaseIterable {
  case none
  case single
  case double
  case thick
  case dotted
  case dash
  case dotDash
  case dotDotDash
  case wave

  /// The line's style, type and width in OpenDocument (ODF 1.3 part 3, 20.400 to 20.402).
  var openDocument: (style: String, type: String, width: String) {
    switch self {
    case .none: ("none", "none", "auto")
    case .single: ("solid", "single", "auto")
    case .double: ("solid", "double", "auto")
    case .thick: ("solid", "single", "bold")
    case .dotted: ("dotted", "single", "auto")
    case .dash: ("dash", "single", "auto")
    case .dotDash: ("dot-dash", "single", "auto")
    case .dotDotDash: ("dot-dot-dash", "single", "auto")
    case .wave: ("wave", "single", "auto")
    }
  }
}
