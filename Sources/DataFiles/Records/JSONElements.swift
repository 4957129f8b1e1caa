import Diagnostics

/// The elements of a JSON array, or JSON texts one behind the other, each as its text.
///
/// Only brackets, quotation marks and commas are looked at, so that most of what may be wrong in an element does not
/// spoil those behind it.
struct JSONElements: Sendable {
  /// A JSON text, and where it begins.
  typealias Element = (text: [UInt8], position: Position)

  /// How the elements follow one another.
  enum Layout: Sendable {
    /// A line each (JSON Lines).
    case lines
    /// In an array; where the text is none, one text behind the other.
    case array
  }

  /// Why nothing more can be read.
  enum Failure: Error {
    case input(ByteInput.Failure)
    case fault(Message, Position)
  }

  private var window: ByteWindow
  private let layout: Layout
  private var state = State.beginning

  private enum State { case beginning, firstOfArray, array, sequence, end }

  init(_ input: ByteInput, _ layout: Layout) throws(ByteInput.Failure) {
    window = try ByteWindow(input)
    self.layout = layout
  }

  /// The next element; `nil` behind the last.
  mutating func next() throws(Failure) -> Element? {
    if layout == .lines {
      do throws(ByteInput.Failure) {
        return try nextLine()
      } catch {
        throw .input(error)
      }
    }
    return try nextInText()
  }

  private mutating func nextLine() throws(ByteInput.Failure) -> Element? {
    while true {
      var length = 0
      while true {
        let count = window.bytes.count - window.start
        while length < count, window.bytes[window.start + length] != 0x0A { length += 1 }
        if length < count { break }
        if try !window.grow() { break }
      }
      let begin = window.start
      let text = Array(window.bytes[begin..<begin + length])
      let position = window.position
      let isLast = begin + length == window.bytes.count
      window.take(upTo: begin + length + (isLast ? 0 : 1))
      if text.contains(where: { $0 > 0x20 }) { return (text, position) }
      if isLast { return nil }
    }
  }

  private mutating func nextInText() throws(Failure) -> Element? {
    var byte = try passBlanks()
    if state == .beginning {
      state = byte == UInt8(ascii: "[") ? .firstOfArray : .sequence
      if state == .firstOfArray { byte = try passByte() }
    }
    switch state {
    case .beginning: return nil
    case .firstOfArray:
      if byte == UInt8(ascii: "]") { return try endArray() }
    case .array:
      switch byte {
      case UInt8(ascii: "]"): return try endArray()
      case UInt8(ascii: ","): _ = try passByte()
      case nil: throw .fault(.unexpectedEnd, window.position)
      default: throw .fault(.jsonExpected(.commaOrBracket), window.position)
      }
    case .sequence:
      if byte == nil { return nil }
    case .end:
      if byte == nil { return nil }
      throw .fault(.jsonExpected(.end), window.position)
    }
    if state == .firstOfArray { state = .array }
    let position = window.position
    let length = try elementLength()
    guard length > 0 else {
      throw .fault(window.start < window.bytes.count ? .jsonExpected(.value) : .unexpectedEnd, position)
    }
    let end = window.start + length
    let text = Array(window.bytes[window.start..<end])
    window.take(upTo: end)
    return (text, position)
  }

  private mutating func endArray() throws(Failure) -> Element? {
    state = .end
    guard try passByte() == nil else { throw .fault(.jsonExpected(.end), window.position) }
    return nil
  }

  /// Passes over one byte and the blanks behind it.
  private mutating func passByte() throws(Failure) -> UInt8? {
    window.take(upTo: window.start + 1)
    return try passBlanks()
  }

  /// The byte behind the blanks; `nil` at the end.
  private mutating func passBlanks() throws(Failure) -> UInt8? {
    while true {
      var end = window.start
      while end < window.bytes.count, Self.isBlank(window.bytes[end]) { end += 1 }
      window.take(upTo: end)
      if end < window.bytes.count { return window.bytes[end] }
      if try !grow() { return nil }
    }
  }

  /// How many bytes the element has that begins here.
  private mutating func elementLength() throws(Failure) -> Int {
    var scan = JSONElementScan()
    while true {
      if let length = scan.end(in: window.bytes, from: window.start) { return length }
      // An element that does not end is the rest of the text; what is wrong with it, its reader says.
      if try !grow() { return window.bytes.count - window.start }
    }
  }

  private mutating func grow() throws(Failure) -> Bool {
    do throws(ByteInput.Failure) {
      return try window.grow()
    } catch {
      throw .input(error)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// Finds where an element of a JSON text ends; goes on when more of it is there.
private struct JSONElementScan {
  private var length = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// How many bytes the element has; `nil` if its end is not among `bytes`.
  mutating func end(in bytes: [UInt8], from start: Int) -> Int? {
    let count = bytes.count - start
    while length < count {
      let byte = bytes[start &+ length]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return length + 1 }
        }
        length &+= 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return length }
        depth -= 1
        if depth == 0 { return length + 1 }
      case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0 { return length }
      default: break
      }
      length &+= 1
    }
    return nil
  }
}
