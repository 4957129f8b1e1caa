/// Why an archive could not be read or written, said in both languages.
///
/// Nothing of an entry's content is ever in it; an entry's name is, with control characters left out.
public struct ZipError: Error, Sendable, Hashable {
  /// The name of the entry at fault; `nil` when it is the archive as a whole.
  public let entry: String?
  /// The stable, hyphenated name of this kind of error, such as `zip-encrypted`.
  public let code: String
  /// The sentence in Chinese.
  public let chinese: String
  /// The sentence in English.
  public let english: String

  /// An error; see ``ZipError/code`` and its neighbours.
  public init(entry: String?, code: String, chinese: String, english: String) {
    self.entry = entry
    self.code = code
    self.chinese = chinese
    self.english = english
  }
}

extension ZipError: CustomStringConvertible {
  /// The English sentence, after the entry's name when there is one.
  public var description: String {
    (entry.map { "\($0): " } ?? "") + "\(english) [\(code)]"
  }
}
