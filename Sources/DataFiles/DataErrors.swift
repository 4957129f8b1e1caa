public import Diagnostics

/// Everything that is wrong with a data file.
public struct DataErrors: Error, Sendable, Hashable {
  /// The errors in the order of the file; never empty.
  public let diagnostics: [Diagnostic]

  /// Collects errors.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

/// A fault found by a reader, before the file's name is put to it.
struct DataFault: Error {
  let message: Message
  let offset: Int

  init(_ message: Message, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// The most faults listed for one file; a file with more is of another kind.
let maximumFaults = 100
