public import Diagnostics

/// Why documents could not be converted.
public struct ConversionError: Error, Sendable, Hashable {
  /// What is wrong.
  public let message: Message

  init(_ message: Message) {
    self.message = message
  }
}
