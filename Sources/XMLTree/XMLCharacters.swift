/// What XML 1.0 can hold (2.2), and how characters are escaped (2.4, 3.3.3).
public enum XMLCharacters {
  /// The first scalar of the UTF-8 text `bytes` that a document can't hold.
  public static func firstForbidden(in bytes: [UInt8]) -> Unicode.Scalar? {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return Unicode.Scalar(byte) }
      if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        return Unicode.Scalar(0xFFC0 | UInt32(bytes[index + 2] & 0x3F))
      }
    }
    return nil
  }

  /// Appends text as the content of an element.
  public static func appendText(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, to: &bytes, inAttribute: false) }
  }

  /// Appends text as the value of an attribute, between quotation marks.
  public static func appendAttributeValue(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, to: &bytes, inAttribute: true) }
  }

  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], inAttribute: Bool) {
    var start = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard byte < 0x3F, let escape = escape(byte, inAttribute) else { continue }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
      start = index + 1
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  static func escape(_ byte: UInt8, _ inAttribute: Bool) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case 0x0D: "&#13;"
    case UInt8(ascii: "\"") where inAttribute: "&quot;"
    case 0x09 where inAttribute: "&#9;"
    case 0x0A where inAttribute: "&#10;"
    default: nil
    }
  }
}
