/// What is wrong with an entry's name.
enum NameFault {
  case empty, climbs, absolute, drive, backslash, control, notUTF8, emptySegment, tooLong

  var chinese: String {
    switch self {
    case .empty: "名称为空"
    case .climbs: "含有“.”或“..”路径"
    case .absolute: "以“/”开头"
    case .drive: "含有盘符"
    case .backslash: "含有反斜杠"
    case .control: "含有控制字符"
    case .notUTF8: "不是 UTF-8 编码"
    case .emptySegment: "含有连续的“/”"
    case .tooLong: "过长"
    }
  }

  var english: String {
    switch self {
    case .empty: "it is empty"
    case .climbs: "it has a `.` or `..` segment"
    case .absolute: "it begins with a slash"
    case .drive: "it names a drive"
    case .backslash: "it has a backslash"
    case .control: "it has a control character"
    case .notUTF8: "it is not UTF-8"
    case .emptySegment: "it has an empty segment"
    case .tooLong: "it is too long"
    }
  }

  /// What is wrong with `name`, if anything.
  ///
  /// A slash at the end, which makes it a folder, is allowed.
  static func of(_ name: [UInt8], limit: Int) -> NameFault? {
    if name.isEmpty { return .empty }
    if name.count > limit { return .tooLong }
    if name[0] == UInt8(ascii: "/") { return .absolute }
    if name.count >= 2, name[1] == UInt8(ascii: ":"), isLetter(name[0]) { return .drive }
    var start = 0
    for (index, byte) in name.enumerated() {
      if byte < 0x20 || byte == 0x7F { return .control }
      if byte == UInt8(ascii: "\\") { return .backslash }
      if byte == UInt8(ascii: "/") {
        if let fault = ofSegment(name[start..<index]) { return fault }
        start = index + 1
      }
    }
    if start < name.count, let fault = ofSegment(name[start...]) { return fault }
    return String(validating: name, as: UTF8.self) == nil ? .notUTF8 : nil
  }

  private static func ofSegment(_ segment: ArraySlice<UInt8>) -> NameFault? {
    if segment.isEmpty { return .emptySegment }
    let dots = segment.count <= 2 && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    return dots ? .climbs : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
