/// Takes values out of bytes that a ``BinaryWriter`` has put together.
///
/// Whatever the bytes are, reading ends with a value or an error.
@usableFromInline
package struct BinaryReader {
  private let bytes: [UInt8]
  private var position: Int
  private var texts: [String] = []
  private var stretches: [[UInt8]] = []
  private var depth = 0

  /// How deep values may hold others.
  private static let greatestDepth = 500

  /// - Throws: ``BinaryFormError`` for bytes that are damaged.
  package init(_ bytes: [UInt8]) throws(BinaryFormError) {
    guard BinaryChecksum.holds(for: bytes) else { throw BinaryFormError() }
    self.bytes = bytes
    position = BinaryChecksum.placeholder.count
    let counts = try list { reader throws(BinaryFormError) in try reader.int() }
    let textCount = try int()
    for (index, count) in counts.enumerated() {
      guard count >= 0, count <= bytes.count - position else { throw BinaryFormError() }
      let stretch = bytes[position..<position + count]
      if index < textCount {
        texts.append(String(decoding: stretch, as: UTF8.self))
      } else {
        stretches.append(Array(stretch))
      }
      position += count
    }
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.count }

  @usableFromInline
  package mutating func byte() throws(BinaryFormError) -> UInt8 {
    guard position < bytes.count else { throw BinaryFormError() }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func int() throws(BinaryFormError) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let next = try byte()
      number |= UInt(next & 0x7F) &<< shift
      if next < 0x80 { break }
      shift += 7
      guard shift < UInt.bitWidth else { throw BinaryFormError() }
    }
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  package mutating func int32() throws(BinaryFormError) -> Int32 {
    guard let number = Int32(exactly: try int()) else { throw BinaryFormError() }
    return number
  }

  @usableFromInline
  package mutating func bool() throws(BinaryFormError) -> Bool { try byte() != 0 }

  package mutating func string() throws(BinaryFormError) -> String {
    let number = try int()
    guard texts.indices.contains(number) else { throw BinaryFormError() }
    return texts[number]
  }

  /// A stretch of bytes.
  package mutating func stretch() throws(BinaryFormError) -> [UInt8] {
    let number = try int()
    guard stretches.indices.contains(number) else { throw BinaryFormError() }
    return stretches[number]
  }

  package mutating func range() throws(BinaryFormError) -> Range<Int> {
    let lower = try int()
    let (upper, overflow) = lower.addingReportingOverflow(try int())
    guard lower <= upper, !overflow else { throw BinaryFormError() }
    return lower..<upper
  }

  package mutating func ints() throws(BinaryFormError) -> [Int] {
    try list { reader throws(BinaryFormError) in try reader.int() }
  }

  package mutating func strings() throws(BinaryFormError) -> [String] {
    try list { reader throws(BinaryFormError) in try reader.string() }
  }

  package mutating func optionalInt() throws(BinaryFormError) -> Int? { try bool() ? try int() : nil }

  package mutating func optionalString() throws(BinaryFormError) -> String? {
    try bool() ? try string() : nil
  }

  /// One of an enumeration's cases.
  @inlinable
  package mutating func oneCase<Case: CaseIterable>() throws(BinaryFormError) -> Case
  where Case.AllCases == [Case] {
    let number = Int(try byte())
    let cases = Case.allCases
    guard number < cases.count else { throw BinaryFormError() }
    return cases[number]
  }

  @inlinable
  package mutating func optional<Value>(
    _ read: (inout BinaryReader) throws(BinaryFormError) -> Value
  ) throws(BinaryFormError) -> Value? {
    try bool() ? try read(&self) : nil
  }

  @inlinable
  package mutating func list<Value>(
    _ read: (inout BinaryReader) throws(BinaryFormError) -> Value
  ) throws(BinaryFormError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// How many things follow, each of which has a byte at least.
  @usableFromInline
  package mutating func count() throws(BinaryFormError) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - position else { throw BinaryFormError() }
    return count
  }

  /// Goes a level deeper into what holds other values.
  @usableFromInline
  package mutating func enter() throws(BinaryFormError) {
    guard depth < Self.greatestDepth else { throw BinaryFormError() }
    depth += 1
  }

  @usableFromInline
  package mutating func leave() { depth -= 1 }
}
