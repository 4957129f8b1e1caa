/// The elements of a loop over a streamed list: the present one and its neighbours.
struct LoopStream: Sendable {
  private let reader: any ElementReader
  private(set) var previous: Value?
  private var current: Value?
  private(set) var ahead: Value?
  /// Whether the element behind the present one could not be read and is to be passed over.
  private var isBehind = false

  /// Reads the first element.
  init(_ list: any StreamedList) throws(ValueError) {
    reader = try list.makeReader()
    ahead = try reader.next()
  }

  /// Whether there is none behind the present one.
  var isLast: Bool { ahead == nil }

  /// Goes on to the next element; `nil` behind the last.
  mutating func advance() throws(ValueError) -> Value? {
    if isBehind {
      ahead = try reader.next()
      isBehind = false
    }
    guard let next = ahead else { return nil }
    previous = current
    current = next
    ahead = nil
    isBehind = true
    ahead = try reader.next()
    isBehind = false
    return next
  }
}
