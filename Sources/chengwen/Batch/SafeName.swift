/// File names that every system takes, made of any text.
enum SafeName {
  /// The most bytes of a name without its ending; systems take 255 in all.
  static let maximumBytes = 200

  /// `text` as a file's name, without its ending; `nil` if nothing of it can stand there.
  ///
  /// Path separators and what Windows forbids become `_`, control and formatting characters go, blanks and dots at
  /// the ends too; a name that Windows keeps for a device gets a `_` in front.
  static func stem(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .privateUse: continue
      case .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
      default: scalars.append(forbidden.contains(scalar) ? "_" : scalar)
      }
    }
    let name = trimmed(shortened(trimmed(String(scalars)[...])))
    guard !name.isEmpty else { return nil }
    let base = name.prefix { $0 != "." }.uppercased()
    return devices.contains(base) ? "_" + name : String(name)
  }

  /// `stem` with a number that tells it from others, still short enough.
  static func numbered(_ stem: String, _ number: Int) -> String {
    "\(trimmed(shortened(stem[...], to: maximumBytes - 12)))-\(number)"
  }

  private static let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]

  private static let devices: Set<String> = {
    let numbered = ["COM", "LPT"].flatMap { name in "123456789¹²³".map { name + String($0) } }
    return Set(["CON", "PRN", "AUX", "NUL"] + numbered)
  }()

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "." }
    while let last = text.last, last == " " || last == "." { text.removeLast() }
    return text
  }

  /// Cut between two characters as a reader sees them.
  private static func shortened(_ text: Substring, to limit: Int = maximumBytes) -> Substring {
    guard text.utf8.count > limit else { return text }
    var count = 0
    let end = text.indices.first { index in
      count += text[index].utf8.count
      return count > limit
    }
    return text[..<(end ?? text.endIndex)]
  }
}
