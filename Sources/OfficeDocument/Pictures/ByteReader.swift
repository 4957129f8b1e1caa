/// Reads numbers at offsets; nil beyond the end.
struct ByteReader {
  let bytes: ArraySlice<UInt8>
  let isLittle: Bool

  init(_ bytes: [UInt8], isLittle: Bool) { self.init(bytes[...], isLittle: isLittle) }

  init(_ bytes: ArraySlice<UInt8>, isLittle: Bool) {
    self.bytes = bytes
    self.isLittle = isLittle
  }

  func uint8(_ offset: Int) -> Int? { number(offset, 1) }
  func uint16(_ offset: Int) -> Int? { number(offset, 2) }
  func uint32(_ offset: Int) -> Int? { number(offset, 4) }
  func int16(_ offset: Int) -> Int? {
    uint16(offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }
  func int32(_ offset: Int) -> Int? {
    uint32(offset).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  private func number(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let start = bytes.startIndex + offset
    let ordered = bytes[start..<(start + count)]
    return (isLittle ? Array(ordered.reversed()) : Array(ordered)).reduce(0) { $0 << 8 | Int($1) }
  }
}
