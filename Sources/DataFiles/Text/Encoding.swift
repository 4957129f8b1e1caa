import Diagnostics

/// Whether the bytes begin with UTF-8's byte order mark.
func hasByteOrderMark(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xEF, 0xBB, 0xBF])
}

/// The first place at which the bytes are not UTF-8 (Unicode Standard, table 3-7); nil if they all are.
func textFault(in bytes: [UInt8]) -> DataFault? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return DataFault(.notUTF8(looksLikeUTF16: true), at: 0)
  }
  let count = bytes.count
  var index = 0
  while index < count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { lowest = 0xA0 }
      if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { lowest = 0x90 }
      if lead == 0xF4 { highest = 0x8F }
    default: return DataFault(.notUTF8(looksLikeUTF16: false), at: index)
    }
    guard index + length <= count, bytes[index + 1] >= lowest, bytes[index + 1] <= highest else {
      return DataFault(.notUTF8(looksLikeUTF16: false), at: index)
    }
    for next in (index + 2)..<(index + max(length, 2)) where bytes[next] & 0xC0 != 0x80 {
      return DataFault(.notUTF8(looksLikeUTF16: false), at: index)
    }
    index += length
  }
  return nil
}
