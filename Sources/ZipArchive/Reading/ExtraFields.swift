/// The extra fields of a header (APPNOTE 4.5): only what could change an entry's sizes or name is read.
struct ExtraFields {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// The fields in `range`, which lies inside `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// Where the content of the first field with this id lies; `nil` when there is none.
  func content(of id: Int) -> Range<Int>? {
    var offset = range.lowerBound
    while offset + 4 <= range.upperBound {
      let end = offset + 4 + bytes.u16(offset + 2)
      // What does not add up is padding, as some aligners leave it.
      guard end <= range.upperBound else { return nil }
      if bytes.u16(offset) == id { return offset + 4..<end }
      offset = end
    }
    return nil
  }

  /// Fills in, in this order, those of `values` that say 0xFFFFFFFF from the ZIP64 field (4.5.3).
  ///
  /// - Returns: false if one is missing there.
  func resolveZip64(_ values: inout [Int]) -> Bool {
    guard values.contains(0xFFFF_FFFF) else { return true }
    guard var field = content(of: 0x0001) else { return false }
    for index in values.indices where values[index] == 0xFFFF_FFFF {
      guard field.count >= 8 else { return false }
      values[index] = bytes.u64(field.lowerBound)
      field = field.lowerBound + 8..<field.upperBound
    }
    return true
  }

  /// Whether the Info-ZIP Unicode path field (4.6.9) gives the entry another name than `name`.
  func renames(_ name: ArraySlice<UInt8>) -> Bool {
    guard let field = content(of: 0x7075) else { return false }
    return field.count < 5 || !bytes[field.dropFirst(5)].elementsEqual(name)
  }
}
