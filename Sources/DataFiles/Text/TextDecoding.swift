import Diagnostics
import Glibc

/// Texts in the encodings that spreadsheets write.
enum TextDecoding {
  /// The bytes in UTF-8, without a byte order mark: UTF-8, UTF-16 with a mark (Excel's Unicode text), else GB 18030,
  /// which has all that GBK and GB 2312 have (Excel's CSV in Chinese).
  ///
  /// - Throws: what is wrong if they are in none of these, at its offset in `bytes`.
  static func utf8(_ bytes: [UInt8]) throws(DataFault) -> [UInt8] {
    if hasByteOrderMark(bytes) {
      if let fault = textFault(in: bytes) { throw fault }
      return Array(bytes.dropFirst(3))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try converted(bytes, from: "UTF-16")
    }
    return textFault(in: bytes) == nil ? bytes : try converted(bytes, from: "GB18030")
  }

  private static func converted(_ bytes: [UInt8], from encoding: String) throws(DataFault) -> [UInt8] {
    let converter = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: converter) != -1, let converter = unsafe converter else {
      throw DataFault(.unknownEncoding(encoding), at: 0)
    }
    defer { unsafe iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var (left, room) = (source.count, target.count)
    let isConverted = unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe target.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return unsafe iconv(converter, &from, &left, &to, &room) != -1
      }
    }
    guard isConverted else { throw DataFault(.notText(encoding), at: bytes.count - left) }
    return target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
  }
}
