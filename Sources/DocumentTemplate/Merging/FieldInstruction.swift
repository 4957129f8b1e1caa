/// The instruction of a field, such as ` REF place \h ` (ISO/IEC 29500-1, 17.16.4.1).
enum FieldInstruction {
  private static let separators = Set(" \t\"\\,".utf8)

  /// Whether one of its words is a name among `names`.
  static func mentions(_ names: Set<String>, _ text: String) -> Bool {
    !names.isEmpty
      && text.utf8.split(whereSeparator: separators.contains)
        .contains { names.contains(String(decoding: $0, as: UTF8.self)) }
  }

  /// The instruction with words replaced by what `names` has for them.
  static func renamed(_ text: String, _ names: [String: String]) -> String {
    var result: [UInt8] = []
    var word: [UInt8] = []
    func end() {
      result += names[String(decoding: word, as: UTF8.self)].map { Array($0.utf8) } ?? word
      word = []
    }
    for byte in text.utf8 {
      if separators.contains(byte) {
        end()
        result.append(byte)
      } else {
        word.append(byte)
      }
    }
    end()
    return String(decoding: result, as: UTF8.self)
  }
}
