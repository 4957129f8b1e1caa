/// The fonts in a PDF, by the names in its font dictionaries (ISO 32000-1, 9.6 to 9.8).
enum PDFFonts {
  private static let key = Array("/BaseFont".utf8)

  /// The names, each once, without the six letters that mark a subset.
  static func names(in pdf: [UInt8]) -> [String] {
    var names: [String] = []
    var position = 0
    while let start = pdf[position...].firstRange(of: key) {
      var index = start.upperBound
      position = index
      while index < pdf.count, isBlank(pdf[index]) { index += 1 }
      guard index < pdf.count, pdf[index] == UInt8(ascii: "/") else { continue }
      let rest = pdf[(index + 1)...]
      let name = unescaped(rest.prefix { !isBlank($0) && !delimiters.contains($0) })
      let plain = withoutTag(name)
      if !names.contains(plain) { names.append(plain) }
    }
    return names
  }

  private static let delimiters = Set("()<>[]{}/%".utf8)

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// A name's bytes: `#` and two digits stand for one (7.3.5).
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "#"), index + 2 < bytes.endIndex,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        plain.append(value)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func withoutTag(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.count > 7, bytes[6] == UInt8(ascii: "+"),
      bytes[..<6].allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") })
    else { return name }
    return String(decoding: bytes[7...], as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Where `bytes` stand first.
  fileprivate func firstRange(of bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first else { return nil }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      if self[start...].starts(with: bytes) { return start..<(start + bytes.count) }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
