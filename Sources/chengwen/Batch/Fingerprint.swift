import TemplateLanguage

/// A number that tells what a document was made of: the same for the same, another for anything else.
///
/// FNV-1a with 64 bits: it guards against mistakes, not against an enemy.
struct Fingerprint: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(byte) }
    add(UInt64(bytes.count))
  }

  mutating func add(_ text: String) {
    var count: UInt64 = 0
    for byte in text.utf8 {
      add(byte)
      count += 1
    }
    add(count)
  }

  mutating func add(_ number: UInt64) {
    for place in 0..<8 { add(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
  }

  mutating func add(_ value: Value) {
    switch value {
    case .string(let text):
      add(UInt8(1))
      add(text)
    case .int(let number):
      add(UInt8(2))
      add(UInt64(bitPattern: Int64(number)))
    case .list(let items):
      add(UInt8(3))
      for item in items { add(item) }
      add(UInt64(items.count))
    case .mapping(let mapping):
      add(UInt8(4))
      add(mapping)
    default:
      add(UInt8(5))
      add("\(value.typeName) \(value.printed)")
    }
  }

  mutating func add(_ mapping: Mapping) {
    for (key, value) in mapping {
      add(key)
      add(value)
    }
    add(UInt64(mapping.count))
  }

  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
