import Glibc

/// A stretch of UTF-8 in a tree's memory, or in that of whoever is parsed.
@safe
struct Stretch: Hashable {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.start = unsafe start
    self.count = count
  }

  /// A C string.
  init(cString text: UnsafePointer<UInt8>) {
    unsafe self.init(text, strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
  }

  init(_ text: StaticString) { unsafe self.init(text.utf8Start, text.utf8CodeUnitCount) }

  /// No bytes.
  static var empty: Stretch { Stretch("") }

  var isEmpty: Bool { count == 0 }
  var first: UInt8? { unsafe count == 0 ? nil : start.pointee }
  var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
  var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Whether both have the same bytes.
  static func == (left: Stretch, right: Stretch) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.start == right.start || memcmp(left.start, right.start, left.count) == 0
  }

  func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(start: start, count: count))
  }
}

extension String {
  /// Hands over the text's bytes, which last no longer than the call.
  func withStretch<Result>(_ body: (Stretch) -> Result) -> Result {
    var text = self
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return body(.empty) }
      return unsafe body(Stretch(start, bytes.count))
    }
  }
}
