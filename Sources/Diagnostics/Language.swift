/// The language in which a message is said.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that a POSIX locale name such as `zh_CN.UTF-8` asks for; English unless it is Chinese.
  public init(locale: String) {
    self = locale.hasPrefix("zh") ? .chinese : .english
  }
}
