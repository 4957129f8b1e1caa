public import Diagnostics

/// Why a package can't be read or written: one reason, and the entry it was found in.
public struct OfficeError: Error, Sendable, Hashable {
  /// The entry's name, if the fault lies in one.
  public var part: String?
  public var message: Message

  /// Makes an error.
  public init(part: String? = nil, _ message: Message) {
    self.part = part
    self.message = message
  }

  /// The error as a diagnostic about the file called `file`.
  public func diagnostic(file: String?) -> Diagnostic {
    Diagnostic(.error, message, at: Place(file: file, part.map { .named($0) } ?? .whole))
  }
}
