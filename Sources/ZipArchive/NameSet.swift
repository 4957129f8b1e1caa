/// The names an archive has so far, told apart as OPC does: the case of ASCII letters does not count
/// (ISO/IEC 29500-2, 6.2.2.3).
struct NameSet {
  private var folded: Set<[UInt8]> = []

  /// Takes `name` in; false if it, or a twin of it, is there already.
  ///
  /// A folder and a file of one name are twins too.
  mutating func insert(_ name: [UInt8]) -> Bool {
    var key = name
    if key.last == UInt8(ascii: "/") { key.removeLast() }
    for index in key.indices where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(key[index]) {
      key[index] |= 0x20
    }
    return folded.insert(key).inserted
  }

  mutating func reserve(_ count: Int) { folded.reserveCapacity(count) }
}
