import ArgumentParser
import DocumentTemplate

/// The option that says how the parts a template writes are compressed.
struct CompressOption: ParsableArguments {
  @Option(
    help: """
      How documents are compressed: template (the template's text is searched once, which pays for many documents), \
      zlib, or zlib:LEVEL from 1, fast, to 9, small. By default what suits the command.
      """)
  var compress: Compression?
}

/// `template`, `zlib` or `zlib:LEVEL`.
struct Compression: ExpressibleByArgument {
  /// As it was written.
  let name: String
  let parts: PartCompression

  init?(argument: String) {
    name = argument
    if argument == "template" {
      parts = .templateAware
    } else if argument == "zlib" {
      parts = .zlib(level: 6)
    } else if argument.hasPrefix("zlib:"), let level = Int(argument.dropFirst(5)), (1...9).contains(level) {
      parts = .zlib(level: level)
    } else {
      return nil
    }
  }
}
