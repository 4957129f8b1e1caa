import Diagnostics
import TemplateLanguage

/// `{ {`, `{ %`, `｛｛` and the like look like tags and are printed as they stand.
struct AlmostATag: LintRule {
  let code = "almost-a-tag"
  let title = (chinese: "看起来像标签的文字", english: "text that only looks like a tag")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.texts.flatMap { text in
      text.gaps.flatMap { gap in Self.openers(in: text, gap) }.map { LintFinding(said, in: text, $0) }
    }
  }

  private var said: Message {
    message(
      "这里看起来像标签，但不是：会原样印出", "this looks like a tag but is none, and is printed as it stands",
      hint: (
        "标签的括号是半角的 `{{ }}` 或 `{% %}`，中间没有空格",
        "a tag begins with `{{` or `{%`, half-width and with no blank in between"
      ))
  }

  /// The stretches that begin like a tag, up to what would close it.
  static func openers(in text: LintText, _ gap: Range<Int>) -> [Range<Int>] {
    let characters = TypedCharacters(text.bytes, gap)
    var found: [Range<Int>] = []
    var index = 0
    while index < characters.count {
      guard characters[index].isOpener, let second = characters.next(after: index) else {
        index += 1
        continue
      }
      let isWide = characters[index].isWide || characters[second].isWide
      let isTag = characters[second].isOpener || characters[second].isPercent
      guard isTag, isWide || second > index + 1 else {
        index += 1
        continue
      }
      // Without anything that closes it, it is text about tags.
      guard let end = characters.closer(after: second) else {
        index += 1
        continue
      }
      found.append(characters[index].range.lowerBound..<characters[end].range.upperBound)
      index = end + 1
    }
    return found
  }
}

/// The characters of a stretch of text, by what they look like.
struct TypedCharacters {
  struct Character {
    let range: Range<Int>
    let scalar: Unicode.Scalar

    var isOpener: Bool { scalar == "{" || scalar == "｛" }
    var isCloser: Bool { scalar == "}" || scalar == "｝" }
    var isPercent: Bool { scalar == "%" || scalar == "％" }
    var isWide: Bool { scalar.value >= 0xFF00 }
    /// Blanks, those of no width included.
    var isBlank: Bool {
      scalar.properties.isWhitespace || [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
    }
  }

  private var characters: [Character] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      characters.append(Character(range: offset..<end, scalar: scalar))
      offset = end
    }
  }

  var count: Int { characters.count }
  subscript(index: Int) -> Character { characters[index] }

  /// The next character that is no blank, at most three blanks on.
  func next(after index: Int) -> Int? {
    var next = index + 1
    while next < count, next <= index + 3, characters[next].isBlank { next += 1 }
    return next < count && !characters[next].isBlank ? next : nil
  }

  /// The end of the next two closing characters, or of a single one, before anything opens.
  func closer(after index: Int) -> Int? {
    var index = index + 1
    while index < count, !characters[index].isCloser {
      if characters[index].isOpener { return nil }
      index += 1
    }
    guard index < count else { return nil }
    if let second = next(after: index), characters[second].isCloser { return second }
    return index
  }
}
