import ArgumentParser
import Diagnostics
import TemplateLanguage

/// The option for templates whose tags stand between other delimiters.
struct DelimitersOption: ParsableArguments {
  @Option(
    help: """
      What tags begin and end with instead of {{ }} {% %} {# #}, in this order, with blanks between, such as \
      "[[ ]] [% %] [# #]".
      """)
  var delimiters: String?

  func validate() throws { _ = try chosen() }

  /// The delimiters.
  ///
  /// - Throws: what is wrong with them, as wrong usage.
  func chosen() throws -> Delimiters {
    guard let delimiters else { return .standard }
    do throws(DelimiterError) {
      return try Delimiters(delimiters)
    } catch {
      let hint = error.message.hint
      throw ValidationError(
        """
        --delimiters: \(error.message.english); \(hint?.english ?? "")
        \(error.message.chinese)；\(hint?.chinese ?? "")
        """)
    }
  }
}
