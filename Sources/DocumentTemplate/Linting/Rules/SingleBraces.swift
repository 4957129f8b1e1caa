import Diagnostics
import TemplateLanguage

/// `{name}` and `${name}`, as other programs write placeholders.
struct SingleBraces: LintRule {
  let code = "single-braces"
  let title = (chinese: "单个花括号", english: "single braces")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.texts.flatMap { text in
      text.gaps.flatMap { placeholders(in: text, $0) }
    }
  }

  private func placeholders(in text: LintText, _ gap: Range<Int>) -> [LintFinding] {
    let characters = TypedCharacters(text.bytes, gap)
    var found: [LintFinding] = []
    for index in 0..<characters.count where characters[index].scalar == "{" {
      guard index == 0 || !characters[index - 1].isOpener else { continue }
      var end = index + 1
      var name = String.UnicodeScalarView()
      while end < characters.count, Self.belongsToName(characters[end].scalar), end - index < 40 {
        name.append(characters[end].scalar)
        end += 1
      }
      guard end < characters.count, characters[end].scalar == "}" else { continue }
      if end + 1 < characters.count, characters[end + 1].isCloser { continue }
      let word = String(name).trimmingBlanks
      guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
        continue
      }
      found.append(
        LintFinding(
          message(
            "`{\(word)}` 不是标签，会原样印出", "`{\(word)}` is no tag, and is printed as it stands",
            hint: ("要印出一个值，请写 `{{ \(word) }}`", "to print a value write `{{ \(word) }}`")), in: text,
          characters[index].range.lowerBound..<characters[end].range.upperBound))
    }
    return found
  }

  private static func belongsToName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "_" || scalar == " " || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var kept = unicodeScalars[...]
    while kept.first == " " { kept.removeFirst() }
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
