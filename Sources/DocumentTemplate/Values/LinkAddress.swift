import TemplateLanguage

/// Addresses a document may lead to.
enum LinkAddress {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "news"]

  /// `address` as a document holds it: what an address can't contain (RFC 3986, 2) percent-encoded.
  ///
  /// Addresses that run something, or that only mean something on one machine, are refused.
  static func checked(_ address: String) throws(ValueError) -> String {
    let scheme = address.utf8.firstIndex(of: UInt8(ascii: ":")).map { address[..<$0].lowercased() }
    guard let scheme, schemes.contains(scheme), address.utf8.count <= 2_079 else {
      throw ValueError(.unsuitableAddress)
    }
    return encoded(address)
  }

  /// A piece of an address, what an address can't contain percent-encoded.
  static func encoded(_ address: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(address.utf8)
    for (index, byte) in bytes.enumerated() {
      let isEncoded =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHex(bytes[index + 1])
        && isHex(bytes[index + 2])
      if byte <= 0x20 || byte == 0x7F || unsafeBytes.contains(byte)
        || (byte == UInt8(ascii: "%") && !isEncoded)
      {
        result += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let unsafeBytes = Set("\"<>\\^`{|}".utf8)

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
