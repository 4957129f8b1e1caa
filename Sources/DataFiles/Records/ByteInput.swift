public import Diagnostics

/// Bytes that come in pieces, such as a file's that is too long to be held whole.
public struct ByteInput: Sendable {
  /// What went wrong while reading.
  public struct Failure: Error, Sendable, Hashable {
    /// What to tell the user.
    public let message: Message

    /// A failure.
    public init(_ message: Message) { self.message = message }
  }

  /// The next piece; nothing at the end.
  public typealias Read = @Sendable () throws(Failure) -> [UInt8]

  /// The input's name as the user gave it, for messages.
  public let name: String
  let read: Read

  /// An input; `read` is called until it returns no bytes.
  public init(name: String, read: @escaping Read) {
    self.name = name
    self.read = read
  }

  /// All that is left of it.
  func rest() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try read()
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }
}
