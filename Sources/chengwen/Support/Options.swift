import ArgumentParser
import Diagnostics

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(help: "Language of messages: zh or en; by default the locale's.")
  var language: Language?

  @Option(help: "How findings are printed: text or json.")
  var format: OutputFormat = .text

  var console: Console { Console(language: language ?? Console.localeLanguage, format: format) }
}

/// The exit statuses that scripts rely on.
enum Status {
  /// The data or the template has errors, or there are findings of level error.
  static let faulty = ExitCode(1)
  /// An input is missing, unreadable or hostile, or an output can't be written.
  static let unusable = ExitCode(2)
}
