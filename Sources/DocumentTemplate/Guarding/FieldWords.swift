/// The words of a field's instruction, such as ` REF _Ref1 \h ` (ISO/IEC 29500-1, 17.16.5).
enum FieldWords {
  /// The words and, as pieces of their own, the blanks and quotation marks between them.
  static func split(_ instruction: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in instruction {
      if character.isWhitespace || character == "\"" {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
