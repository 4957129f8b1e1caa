/// A document's bytes as UTF-8, whatever of the two encodings allowed they came in (XML 1.0, 4.3.3).
enum SourceText {
  static func utf8(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try fromUTF16(bytes)
    }
    guard !bytes.prefix(2).contains(0) else { throw .encoding("UTF-16/UTF-32") }
    guard isUTF8(bytes) else { throw .badCharacters }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let declared = declaredEncoding(text), !["utf-8", "utf8", "us-ascii", "ascii"].contains(declared) {
      throw .encoding(declared)
    }
    return text
  }

  /// Whether what is beyond ASCII is UTF-8; most of a document is markup, which is passed over by the word.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var place = 0
      while place < buffer.count {
        while place + 8 <= buffer.count,
          unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          place += 8
        }
        while place < buffer.count, unsafe buffer[place] < 0x80 { place += 1 }
        let start = place
        while place < buffer.count, unsafe buffer[place] >= 0x80 { place += 1 }
        if start < place, (try? UTF8Span(validating: bytes.span.extracting(start..<place))) == nil {
          return false
        }
      }
      return true
    }
  }

  private static func fromUTF16(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .badCharacters }
    let isLittle = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .badCharacters }
    let result = Array(text.utf8)
    if let declared = declaredEncoding(result), !declared.hasPrefix("utf-16") { throw .encoding(declared) }
    return result
  }

  /// The encoding named in the XML declaration, in lower case, if there is one.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let words = bytes[..<end].split { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
    guard let place = words.firstIndex(where: { $0.elementsEqual("encoding".utf8) }), place + 1 < words.count
    else { return nil }
    let name = words[place + 1].split {
      [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?")].contains($0)
    }
    return String(decoding: name.first?.prefix(40) ?? [], as: UTF8.self).lowercased()
  }
}
