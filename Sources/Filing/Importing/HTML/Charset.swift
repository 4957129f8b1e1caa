import Diagnostics
import Glibc

/// Texts in the encodings that published reports have.
enum Charset {
  /// The text of a file: in UTF-8 or UTF-16 with a mark, in the encoding declared, else in UTF-8 or, where it is
  /// not that, GB 18030.
  static func text(_ bytes: [UInt8], declared: String?, name: String) throws(ImportError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try converted(bytes, from: "UTF-16", name)
    }
    let encoding = declared.map { $0.lowercased() }
    if encoding == nil || encoding == "utf-8" || encoding == "utf8" {
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      return try converted(bytes, from: "GB18030", name)
    }
    // GB 18030 has all that GBK and GB 2312 have, and pages in one say the other.
    let isChinese = ["gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"].contains(encoding)
    return try converted(bytes, from: isChinese ? "GB18030" : encoding ?? "GB18030", name)
  }

  private static func converted(
    _ bytes: [UInt8], from encoding: String, _ name: String
  ) throws(ImportError) -> String {
    let converter = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: converter) != -1, let converter = unsafe converter else {
      throw ImportError([Diagnostic(.error, .unknownCharset(encoding), at: Place(file: name))])
    }
    defer { unsafe iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var written = target.count
    unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe target.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var left = input.count
        var to = output.baseAddress
        while left > 0, written > 3 {
          if unsafe iconv(converter, &from, &left, &to, &written) != -1 { break }
          guard left > 0, written > 3, let here = unsafe from, let there = unsafe to else { break }
          // A byte that means nothing becomes a mark, and reading goes on.
          for (offset, byte) in [UInt8](arrayLiteral: 0xEF, 0xBF, 0xBD).enumerated() {
            unsafe there[offset] = CChar(bitPattern: byte)
          }
          unsafe to = there + 3
          written -= 3
          unsafe from = here + 1
          left -= 1
        }
      }
    }
    let count = target.count - written
    return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
