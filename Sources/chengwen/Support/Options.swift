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

/// For commands that write a file in which people go on writing.
struct OverwriteOption: ParsableArguments {
  @Flag(help: "Replace the output file if it is there.")
  var overwrite = false

  /// What is to be said when `path` may not be written: a file that was filled in must not be lost to another.
  func refusal(of path: String) -> [Diagnostic] {
    guard !overwrite, path != Files.standardStream, Files.exists(path) else { return [] }
    return [Diagnostic(.error, .exists, at: Place(file: path))]
  }
}

/// How many threads a command works on.
struct JobOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How many threads work; by default one for each processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is from 1 to 1024") }
  }

  var count: Int { jobs ?? Workers.processors }

  /// As many threads as are of use for so many files.
  func count(for files: Int) -> Int { min(count, files) }
}

/// The exit statuses that scripts rely on.
enum Status {
  /// The data or the template has errors, or there are findings of level error.
  static let faulty = ExitCode(1)
  /// An input is missing, unreadable or hostile, or an output can't be written.
  static let unusable = ExitCode(2)
}
