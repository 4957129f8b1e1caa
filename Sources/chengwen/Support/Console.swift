public import ArgumentParser
public import Diagnostics
import Glibc

/// Says things to the user.
struct Console {
  let language: Language
  let format: OutputFormat
  /// Where what is said is kept; nil to say it.
  private var transcript: Transcript?

  init(language: Language, format: OutputFormat) {
    self.language = language
    self.format = format
  }

  /// One that keeps what is said.
  func recording(_ transcript: Transcript) -> Console {
    var console = self
    console.transcript = transcript
    return console
  }

  /// Prints what is wrong to standard error; with `--format json`, to standard output as a JSON array.
  func report(_ diagnostics: [Diagnostic]) {
    switch format {
    case .json:
      let text = DiagnosticJSON.array(diagnostics, language)
      if let transcript { transcript.addOutput(text) } else { print(text) }
    case .text:
      for diagnostic in diagnostics { note(diagnostic.text(in: language)) }
    }
  }

  /// Prints a line to standard error.
  func note(_ line: String) {
    if let transcript { transcript.addError(line) } else { Files.printError(line) }
  }

  /// Prints a sentence in the user's language to standard error.
  func say(chinese: String, english: String) {
    note(language == .chinese ? chinese : english)
  }

  /// The language of the user's locale.
  static var localeLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = unsafe getenv(name), unsafe value.pointee != 0 {
        return unsafe Language(locale: String(cString: value))
      }
    }
    return .english
  }
}

/// How findings are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension Language: ExpressibleByArgument {}
