/// A document's bytes as UTF-8, whatever of the two encodings allowed they came in (XML 1.0, 4.3.3).
enum SourceText {
  static func utf8(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try fromUTF16(bytes)
    }
    guard !bytes.prefix(4).contains(0) else { throw .encoding("UTF-16/UTF-32") }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .badCharacters
    }
    if let declared = declaredEncoding(bytes), !isUTF8(declared) { throw .encoding(declared) }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased())
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
    if let declared = declaredEncoding(result), !declared.lowercased().hasPrefix("utf-16") {
      throw .encoding(declared)
    }
    return result
  }

  /// The encoding named in the XML declaration, if there is one.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("<?xml"), let end = head.firstIndex(of: ">") else {
      return nil
    }
    let words = head[..<end].split {
      $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "="
    }
    guard let place = words.firstIndex(of: "encoding"), place + 1 < words.endIndex else { return nil }
    let value = words[place + 1]
    return value.split { $0 == "\"" || $0 == "'" || $0 == "?" }.first.map(String.init) ?? ""
  }
}
