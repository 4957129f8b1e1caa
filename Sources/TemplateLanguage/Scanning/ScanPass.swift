import Diagnostics

/// One pass over one text.
struct ScanPass {
  private let text: [UInt8]
  private let delimiters: Delimiters
  private var literals = StringLiteral()
  private var commentsEnd = true
  var isInRaw: Bool
  var tags: [ScannedTag] = []
  var faults: [(range: Range<Int>, message: Message)] = []

  init(text: [UInt8], _ delimiters: Delimiters, isInRaw: Bool) {
    self.text = text
    self.delimiters = delimiters
    self.isInRaw = isInRaw
  }

  mutating func run() {
    let (output, statement, comment) = (delimiters.output, delimiters.statement, delimiters.comment)
    var index = 0
    while index + 1 < text.count {
      switch text[index] {
      case output.open.first, statement.open.first, comment.open.first: index = opening(at: index)
      case output.close.first, statement.close.first:
        index = escaped([output.close, statement.close], at: index)
      default: index += 1
      }
    }
  }

  private func holds(_ first: UInt8, _ second: UInt8, at index: Int) -> Bool {
    index + 1 < text.count && text[index] == first && text[index + 1] == second
  }

  private func holds(_ pair: Delimiters.Pair, at index: Int) -> Bool {
    holds(pair.first, pair.second, at: index)
  }

  /// Which tag begins at `index`.
  private func opened(at index: Int) -> ScannedTag.Kind? {
    if holds(delimiters.output.open, at: index) { return .output }
    if holds(delimiters.statement.open, at: index) { return .statement }
    return holds(delimiters.comment.open, at: index) ? .comment : nil
  }

  /// One of `pairs` with a `_` between its characters, if it stands at `index`; returns where to go on.
  private mutating func escaped(_ pairs: [Delimiters.Pair], at index: Int) -> Int {
    guard !isInRaw, text[index + 1] == UInt8(ascii: "_"), index + 2 < text.count,
      let pair = pairs.first(where: { $0.first == text[index] && $0.second == text[index + 2] })
    else { return index + 1 }
    let range = index..<(index + 3)
    tags.append(
      ScannedTag(
        kind: .escape(pair.description), carrier: nil, range: range, body: range, trimsBefore: false,
        trimsAfter: false))
    return index + 3
  }

  /// What the first character of an opening delimiter begins; returns where to go on.
  private mutating func opening(at index: Int) -> Int {
    if isInRaw { return holds(delimiters.statement.open, at: index) ? rawEnd(at: index) : index + 1 }
    switch opened(at: index) {
    case .output?: return tag(.output, at: index)
    case .statement?: return tag(.statement, at: index)
    case .comment?: return comment(at: index)
    default:
      let ends = [delimiters.output, delimiters.statement]
      return escaped(ends.map(\.open) + ends.map(\.close), at: index)
    }
  }

  // MARK: Tags

  private mutating func tag(_ kind: ScannedTag.Kind, at start: Int) -> Int {
    switch end(of: kind, from: start + 2) {
    case .closed(let end):
      tags.append(closed(kind, start: start, end: end))
      if case .raw = tags[tags.count - 1].kind { isInRaw = true }
      return end
    case .mismatched(let end):
      faults.append((start..<end, .mismatchedDelimiters(output: kind == .output, delimiters)))
      return end
    case .unclosed(let next):
      faults.append((start..<next, .unclosedTag(kind == .output ? delimiters.output : delimiters.statement)))
      return next
    }
  }

  private enum End {
    /// Offset after the closing delimiter.
    case closed(Int)
    /// Closed by the other kind's delimiter.
    case mismatched(Int)
    /// Where the next tag begins, or the text ends.
    case unclosed(Int)
  }

  /// Looks for the end of an output or statement tag. `}}` inside a mapping's braces does not end a tag, unless
  /// nothing else does.
  private mutating func end(of kind: ScannedTag.Kind, from start: Int) -> End {
    let isOutput = kind == .output
    let (output, statement) = (delimiters.output.close, delimiters.statement.close)
    let bracket = Self.bracket(closedBy: output.first)
    var depth = 0
    var insideBraces: Int?
    var index = start
    while index < text.count {
      let character = TypedCharacter.at(index, in: text, limit: text.count)
      if character.isQuote, let end = literals.end(of: index, in: text, limit: text.count) {
        index = end
        continue
      }
      if character.width == 1, character.meaning < TypedCharacter.other {
        if holds(output, at: index) {
          if depth == 0 { return isOutput ? .closed(index + 2) : .mismatched(index + 2) }
          if isOutput, insideBraces == nil { insideBraces = index + 2 }
        } else if holds(statement, at: index) {
          if !isOutput { return .closed(index + 2) }
          return insideBraces.map { .closed($0) } ?? .mismatched(index + 2)
        } else if opened(at: index) != nil, !holds(Self.listOfLists, at: index) {
          return insideBraces.map { .closed($0) } ?? .unclosed(index)
        }
      }
      if let bracket, character.meaning == bracket {
        depth += 1
      } else if bracket != nil, character.meaning == output.first {
        depth = max(0, depth - 1)
      }
      index += character.width
    }
    return insideBraces.map { .closed($0) } ?? .unclosed(text.count)
  }

  /// What begins a list of lists, even if it begins tags too.
  private static let listOfLists = Delimiters.Pair("[[")

  /// The bracket that one that may end a value closes; nil for what is no bracket.
  private static func bracket(closedBy character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "}"): UInt8(ascii: "{")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    default: nil
    }
  }

  private func closed(_ kind: ScannedTag.Kind, start: Int, end: Int) -> ScannedTag {
    var lower = start + 2
    var upper = end - 2
    var tag = ScannedTag(
      kind: kind, carrier: nil, range: start..<end, body: lower..<upper, trimsBefore: false, trimsAfter: false
    )
    if lower < upper, text[lower] == UInt8(ascii: "-") || text[lower] == UInt8(ascii: "+") {
      tag.trimsBefore = text[lower] == UInt8(ascii: "-")
      lower += 1
    }
    if lower < upper, text[upper - 1] == UInt8(ascii: "-") {
      tag.trimsAfter = true
      upper -= 1
    } else if kind == .statement, lower < upper, text[upper - 1] == UInt8(ascii: "+") {
      upper -= 1
    }
    if let (carrier, length) = carrier(in: lower..<upper) {
      let rest = (lower + length)..<upper
      if kind == .comment || !isBlank(rest) {
        tag.carrier = carrier
        lower += length
      }
    }
    tag.body = lower..<upper
    if kind == .statement, word(in: tag.body) == Array("raw".utf8) { tag.kind = .raw }
    return tag
  }

  /// The prefix at the beginning of `body`, and its length with the blank that must follow.
  private func carrier(in body: Range<Int>) -> (ScannedTag.Carrier, Int)? {
    var letters = 0
    while letters < 3, body.lowerBound + letters < body.upperBound,
      text[body.lowerBound + letters] >= UInt8(ascii: "a"),
      text[body.lowerBound + letters] <= UInt8(ascii: "z")
    {
      letters += 1
    }
    let blank = body.lowerBound + letters
    guard letters > 0, letters < 3, blank < body.upperBound else { return nil }
    let character = TypedCharacter.at(blank, in: text, limit: body.upperBound)
    guard character.isBlank else { return nil }
    let carrier: ScannedTag.Carrier
    switch (letters, text[body.lowerBound], text[body.lowerBound + letters - 1]) {
    case (1, UInt8(ascii: "p"), _): carrier = .paragraph
    case (1, UInt8(ascii: "r"), _): carrier = .run
    case (2, UInt8(ascii: "t"), UInt8(ascii: "r")): carrier = .row
    case (2, UInt8(ascii: "t"), UInt8(ascii: "c")): carrier = .cell
    default: return nil
    }
    return (carrier, letters + character.width)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { firstTyped(in: range) == nil }

  private func firstTyped(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let character = TypedCharacter.at(index, in: text, limit: range.upperBound)
      if !character.isBlank { return index }
      index += character.width
    }
    return nil
  }

  /// The only word of at most six letters in `range`, without the blanks around it; nil if there is more.
  private func word(in range: Range<Int>) -> [UInt8]? {
    guard let start = firstTyped(in: range) else { return nil }
    var end = start
    while end < range.upperBound, text[end] >= UInt8(ascii: "a"), text[end] <= UInt8(ascii: "z"),
      end - start < 7
    {
      end += 1
    }
    return isBlank(end..<range.upperBound) ? Array(text[start..<end]) : nil
  }

  // MARK: Comments and raw text

  private mutating func comment(at start: Int) -> Int {
    var index = start + 2
    while commentsEnd, index + 1 < text.count {
      if holds(delimiters.comment.close, at: index) {
        tags.append(closed(.comment, start: start, end: index + 2))
        return index + 2
      }
      index += 1
    }
    commentsEnd = false
    faults.append((start..<(start + 2), .unclosedComment(delimiters.comment)))
    return start + 2
  }

  /// Inside `raw`, the end of it if `{% endraw %}` stands at `start`.
  private mutating func rawEnd(at start: Int) -> Int {
    var lower = start + 2
    if lower < text.count, text[lower] == UInt8(ascii: "-") || text[lower] == UInt8(ascii: "+") { lower += 1 }
    if let (_, length) = carrier(in: lower..<text.count) { lower += length }
    guard let first = firstTyped(in: lower..<min(text.count, lower + 64)) else { return start + 2 }
    let keyword = Array("endraw".utf8)
    guard first + keyword.count <= text.count, text[first..<(first + keyword.count)].elementsEqual(keyword)
    else {
      return start + 2
    }
    var index = first + keyword.count
    while index < text.count {
      let character = TypedCharacter.at(index, in: text, limit: text.count)
      if holds(delimiters.statement.close, at: index) {
        var tag = closed(.statement, start: start, end: index + 2)
        tag.kind = .raw
        tags.append(tag)
        isInRaw = false
        return index + 2
      }
      guard
        character.isBlank || character.meaning == UInt8(ascii: "-") || character.meaning == UInt8(ascii: "+")
      else { return start + 2 }
      index += character.width
    }
    return start + 2
  }
}
