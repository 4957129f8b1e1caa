import TemplateLanguage

extension ParsedTag.Role {
  /// Whether something is printed where the tag stands: a value, or the result of the block it opens.
  var isPrinted: Bool {
    switch self {
    case .output, .opens("call"), .opens("filter"): true
    default: false
    }
  }

  /// Whether what is inside the block the tag opens is kept and printed later.
  var isCapture: Bool {
    if case .opens(let keyword) = self { !["if", "for", "with"].contains(keyword) } else { false }
  }
}
