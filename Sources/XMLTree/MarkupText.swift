import Glibc

/// A document's bytes, to be looked through before libxml2 sees them.
@safe
struct MarkupText {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.start = unsafe start
    self.count = count
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 { unsafe start[place] }

  /// The first place of `byte` from `start` on and before `end`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let found = unsafe memchr(self.start + start, Int32(byte), end - start) else {
      return nil
    }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(self.start)
  }

  func has(_ word: StaticString, at place: Int) -> Bool {
    guard count - place >= word.utf8CodeUnitCount else { return false }
    return unsafe memcmp(start + place, word.utf8Start, word.utf8CodeUnitCount) == 0
  }
}
