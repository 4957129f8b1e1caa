/// Breaks a line into lines no longer than a width: Python's `textwrap.wrap` as Jinja2 calls it, tabs and other
/// blanks left as they are.
struct WordWrapping {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  func lines(of text: String) -> [String] {
    var chunks = Array(chunks(of: Array(text.unicodeScalars)).reversed())
    var lines: [String] = []
    while let next = chunks.last {
      // Blanks at the beginning of a line go, but not those of the first.
      if !lines.isEmpty, isBlank(next) {
        chunks.removeLast()
        if chunks.isEmpty { break }
      }
      var line: [ArraySlice<Unicode.Scalar>] = []
      var length = 0
      while let chunk = chunks.last, length + chunk.count <= width {
        line.append(chunk)
        length += chunk.count
        chunks.removeLast()
      }
      if let chunk = chunks.popLast() {
        if chunk.count > width {
          let room = width - length
          if breaksLongWords {
            let end = breakingPlace(in: chunk, room: room)
            line.append(chunk.prefix(end))
            if end < chunk.count { chunks.append(chunk.dropFirst(end)) }
          } else if line.isEmpty {
            line.append(chunk)
          } else {
            chunks.append(chunk)
          }
        } else {
          chunks.append(chunk)
        }
      }
      if let last = line.last, isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(String(line.joined())) }
    }
    return lines
  }

  /// A long word breaks after its last hyphen that fits, if there is something else before it.
  private func breakingPlace(in chunk: ArraySlice<Unicode.Scalar>, room: Int) -> Int {
    guard breaksOnHyphens, chunk.count > room, let hyphen = chunk.prefix(room).lastIndex(of: "-") else {
      return room
    }
    let place = hyphen - chunk.startIndex
    return place > 0 && chunk.prefix(place).contains { $0 != "-" } ? place + 1 : room
  }

  private func isBlank(_ chunk: ArraySlice<Unicode.Scalar>) -> Bool {
    chunk.allSatisfy { $0.isPythonSpace }
  }

  /// Words and the blanks between them; a word with hyphens in several pieces.
  private func chunks(of text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    var chunks: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while start < text.count {
      var end = start
      if Self.isSeparator(text[start]) {
        while end < text.count, Self.isSeparator(text[end]) { end += 1 }
      } else if !breaksOnHyphens {
        while end < text.count, !Self.isSeparator(text[end]) { end += 1 }
      } else {
        end = endOfPiece(text, from: start)
      }
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  /// ASCII's blanks: no other character separates words.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  /// A piece ends at a blank, after a hyphen between letters, and before and after a dash between words.
  private func endOfPiece(_ text: [Unicode.Scalar], from start: Int) -> Int {
    func at(_ index: Int) -> Unicode.Scalar? { text.indices.contains(index) ? text[index] : nil }
    func isLetter(_ index: Int) -> Bool {
      at(index).map { $0.isWordCharacter && !$0.isPythonDecimalDigit } ?? false
    }
    func isWord(_ index: Int) -> Bool { at(index)?.isWordCharacter ?? false }
    /// The end of two or more hyphens at `index` that are a dash between words.
    func dash(_ index: Int) -> Int? {
      guard let before = at(index - 1), before.isWordCharacter || "!\"'&.,?".unicodeScalars.contains(before)
      else {
        return nil
      }
      var end = index
      while at(end) == "-" { end += 1 }
      return end - index >= 2 && isWord(end) ? end : nil
    }
    if let end = dash(start) { return end }
    var end = start + 1
    while end < text.count, !Self.isSeparator(text[end]) {
      if text[end] == "-", isLetter(end - 1), end > start {
        let follows = isLetter(end - 2) || (at(end - 2) == "-" && isLetter(end - 3))
        if follows, isLetter(end + 1), isLetter(end + 2) || (at(end + 2) == "-" && isLetter(end + 3)) {
          return end + 1
        }
      }
      if dash(end) != nil { return end }
      end += 1
    }
    return end
  }
}

extension Unicode.Scalar {
  /// A regular expression's `\\d`.
  fileprivate var isPythonDecimalDigit: Bool { properties.generalCategory == .decimalNumber }
}
