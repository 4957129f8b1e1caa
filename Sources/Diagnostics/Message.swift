/// What is wrong, in both languages, with a stable code.
///
/// Each module makes its messages in one file, as static functions in an extension of this type, so that
/// sentences stand together and the code that finds a fault records facts only. A message never quotes
/// report contents; names, keys and tags may be quoted.
public struct Message: Sendable, Hashable {
  /// Lower-case words joined by hyphens, such as `unknown-name`; never changes once published.
  public let code: String
  /// One sentence without a final stop.
  public let chinese: String
  /// One sentence without a capital or a final stop.
  public let english: String
  /// What to do about it, if that is not obvious.
  public let hint: Hint?

  /// Advice in both languages.
  public struct Hint: Sendable, Hashable {
    public let chinese: String
    public let english: String

    /// Makes a hint of its two sentences.
    public init(chinese: String, english: String) {
      self.chinese = chinese
      self.english = english
    }
  }

  /// Makes a message.
  public init(_ code: String, chinese: String, english: String, hint: Hint? = nil) {
    self.code = code
    self.chinese = chinese
    self.english = english
    self.hint = hint
  }

  /// The sentence in `language`.
  public func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  /// The hint in `language`, if there is one.
  public func hintText(in language: Language) -> String? {
    hint.map { language == .chinese ? $0.chinese : $0.english }
  }
}
