/// Puts values together as bytes.
///
/// Texts and stretches of bytes are kept once, however often they are written.
@usableFromInline
package struct BinaryWriter {
  private var body: [UInt8] = []
  private var texts = Numbers<String>()
  private var stretches = Numbers<Stretch>()

  /// Bytes that are hashed as a whole and not one by one.
  private struct Stretch: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  /// Different things, numbered in the order they came in.
  private struct Numbers<Thing: Hashable> {
    private(set) var things: [Thing] = []
    private var numbers: [Thing: Int] = [:]

    mutating func number(of thing: Thing) -> Int {
      if let known = numbers[thing] { return known }
      numbers[thing] = things.count
      return append(thing)
    }

    mutating func append(_ thing: Thing) -> Int {
      things.append(thing)
      return things.count - 1
    }
  }

  /// Makes an empty writer.
  package init() {}

  /// Seven bits a byte, the lowest first; negative numbers between the others.
  @usableFromInline
  package mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(truncatingIfNeeded: rest))
  }

  @usableFromInline
  package mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

  @usableFromInline
  package mutating func write(_ byte: UInt8) { body.append(byte) }

  package mutating func write(_ text: String) { write(texts.number(of: text)) }

  package mutating func write(_ bytes: [UInt8]) { write(stretches.number(of: Stretch(bytes: bytes))) }

  /// Bytes of which it is no use to look whether they were written before.
  package mutating func write(single bytes: [UInt8]) { write(stretches.append(Stretch(bytes: bytes))) }

  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  /// One of an enumeration's cases.
  @inlinable
  package mutating func write<Case: CaseIterable & Equatable>(case one: Case) where Case.AllCases == [Case] {
    write(UInt8(Case.allCases.firstIndex(of: one) ?? 0))
  }

  @inlinable
  package mutating func optional<Value>(_ value: Value?, _ write: (inout BinaryWriter, Value) -> Void) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  @inlinable
  package mutating func list<Value>(
    _ values: some Collection<Value>, _ write: (inout BinaryWriter, Value) -> Void
  ) {
    self.write(values.count)
    for value in values { write(&self, value) }
  }

  /// Everything written, with a checksum; ``BinaryReader/init(_:)`` takes it.
  package func finish() -> [UInt8] {
    var tables = BinaryWriter()
    tables.list(texts.things.map { Array($0.utf8) } + stretches.things.map(\.bytes)) { $0.write($1.count) }
    tables.write(texts.things.count)
    var bytes = BinaryChecksum.placeholder
    bytes += tables.body
    for text in texts.things { bytes += text.utf8 }
    for stretch in stretches.things { bytes += stretch.bytes }
    bytes += body
    BinaryChecksum.enter(into: &bytes)
    return bytes
  }
}
