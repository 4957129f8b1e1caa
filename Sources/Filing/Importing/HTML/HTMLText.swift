/// What can be told of a web page before it is read.
enum HTMLText {
  /// Whether the bytes are a web page's.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = lowercase(bytes.prefix(8192))
    return ["<html", "<!doctype", "<body", "<table", "<div", "<p>", "<meta"].contains {
      find(Array($0.utf8), in: start) != nil
    }
  }

  /// The encoding a page declares, `charset=gb2312`.
  static func charset(_ bytes: [UInt8]) -> String? {
    let start = lowercase(bytes.prefix(8192))
    guard let found = find(Array("charset=".utf8), in: start) else { return nil }
    let rest = start[(found + 8)...].drop {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20
    }
    let name = rest.prefix {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// The title a page declares, `<meta name="ArticleTitle" content="…">` or `<title>`.
  static func title(_ page: [UInt8]) -> String? {
    let start = lowercase(page.prefix(16_384))
    var found: ArraySlice<UInt8>?
    if let meta = find(Array("\"articletitle\"".utf8), in: start),
      let content = find(Array("content=\"".utf8), in: Array(start[meta...]))
    {
      found = page[(meta + content + 9)...].prefix { $0 != UInt8(ascii: "\"") }
    } else if let title = find(Array("<title>".utf8), in: start) {
      found = page[(title + 7)...].prefix { $0 != UInt8(ascii: "<") }
    }
    guard let found else { return nil }
    var text: [UInt8] = []
    HTMLCharacters.append(found, to: &text)
    let title = String(decoding: text, as: UTF8.self).trimmed
    return title.isEmpty ? nil : title
  }

  private static func lowercase(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first { bytes[$0...].starts(with: pattern) }
  }
}
