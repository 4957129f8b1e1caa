public import Diagnostics

/// What tags begin and end with; two characters each.
public struct Delimiters: Sendable, Hashable {
  /// Two ASCII characters.
  public struct Pair: Sendable, Hashable, CustomStringConvertible {
    package let first: UInt8
    package let second: UInt8

    init(_ first: UInt8, _ second: UInt8) {
      self.first = first
      self.second = second
    }

    init(_ text: StaticString) {
      self = text.withUTF8Buffer { unsafe Pair($0[0], $0[1]) }
    }

    public var description: String { String(decoding: [first, second], as: UTF8.self) }

    /// docxtpl's way to print the delimiter itself: `{_{`.
    var escape: String { String(decoding: [first, UInt8(ascii: "_"), second], as: UTF8.self) }
  }

  /// What a value, a statement or a comment stands between.
  public struct Ends: Sendable, Hashable {
    public let open: Pair
    public let close: Pair
  }

  /// `{{` and `}}`
  public let output: Ends
  /// `{%` and `%}`
  public let statement: Ends
  /// `{#` and `#}`
  public let comment: Ends

  /// Jinja2's: `{{ }} {% %} {# #}`.
  public static let standard = Delimiters(
    output: Ends(open: Pair("{{"), close: Pair("}}")), statement: Ends(open: Pair("{%"), close: Pair("%}")),
    comment: Ends(open: Pair("{#"), close: Pair("#}")))

  /// Reads delimiters as they are written for people: those of values, of statements and of comments, with blanks
  /// between them, as in `[[ ]] [% %] [# #]`.
  ///
  /// Each is two of the characters `!#$%&*/:;<=>?@[\]^{|}~`, and no two of the six are the same, so that what begins a
  /// tag says what ends it.
  ///
  /// - Throws: `DelimiterError` that names what is wrong.
  public init(_ text: String) throws(DelimiterError) {
    let words = text.utf8.split(separator: 0x20).map { Array($0) }
    guard words.count == 6 else { throw DelimiterError(message: .delimiterCount(words.count)) }
    var pairs: [Pair] = []
    for word in words {
      let shown = String(decoding: word, as: UTF8.self)
      guard word.count == 2, word.allSatisfy(Self.allowed.contains) else {
        throw DelimiterError(message: .unsuitableDelimiter(shown))
      }
      let pair = Pair(word[0], word[1])
      guard !pairs.contains(pair) else { throw DelimiterError(message: .repeatedDelimiter(shown)) }
      pairs.append(pair)
    }
    self.init(
      output: Ends(open: pairs[0], close: pairs[1]), statement: Ends(open: pairs[2], close: pairs[3]),
      comment: Ends(open: pairs[4], close: pairs[5]))
  }

  /// Whether two characters begin a value or a statement.
  package func beginsTag(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Pair(first, second)
    return pair == output.open || pair == statement.open
  }

  /// Whether two characters end a value or a statement.
  package func endsTag(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Pair(first, second)
    return pair == output.close || pair == statement.close
  }

  private init(output: Ends, statement: Ends, comment: Ends) {
    self.output = output
    self.statement = statement
    self.comment = comment
  }

  private static let allowed = Set("!#$%&*/:;<=>?@[\\]^{|}~".utf8)
}

/// Why delimiters can't be used.
public struct DelimiterError: Error, Sendable, Hashable {
  /// What is wrong with them.
  public let message: Message
}
