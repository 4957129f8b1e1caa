public import Diagnostics

/// Something wrong in a tag, said without knowing where the tag stands; the host turns `origin` into a place.
public struct Fault: Sendable, Hashable {
  /// The host's number for the tag, as given to `ParsedTag`.
  public var origin: Int
  /// The faulty stretch in UTF-8 offsets from the tag's first delimiter character.
  public var range: Range<Int>
  /// What is wrong.
  public var message: Message
  /// The loop items it happened for, outermost first, such as `units[17]`.
  public var trace: [String]
  /// How many more of the kind there were at the place, which are not listed one by one.
  public var more = 0

  /// Makes a fault.
  public init(origin: Int, range: Range<Int>, message: Message, trace: [String] = []) {
    self.origin = origin
    self.range = range
    self.message = message
    self.trace = trace
  }
}
