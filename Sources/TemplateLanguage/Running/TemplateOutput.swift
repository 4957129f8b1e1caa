public import Diagnostics

/// Takes what a program produces.
public protocol TemplateOutput {
  /// Bytes produced so far, captures included; the machine holds it against the limit.
  var byteCount: Int { get }
  /// Writes the host's literal.
  mutating func literal(_ index: Int)
  /// Carries out the host's mark.
  mutating func mark(_ index: Int)
  /// Writes a value at a site; a value that can't stand there is a message.
  mutating func value(_ value: Value, site: Int) throws(ValueError)
  /// From here on output goes to a capture: a macro's body, a block `set`, a filter block.
  mutating func beginCapture()
  /// A round of a loop is over, and what was written outside of captures will not be taken back by the program.
  mutating func endRound()
  /// Ends the innermost capture and returns what it holds as a value that may be printed later.
  mutating func endCapture() -> Value
}

extension TemplateOutput {
  /// Nothing.
  public mutating func endRound() {}
}

/// Why a value, a filter or an operation failed; the machine adds the place.
public struct ValueError: Error, Sendable, Hashable {
  /// What is wrong.
  public var message: Message

  /// Makes an error.
  public init(_ message: Message) { self.message = message }
}
