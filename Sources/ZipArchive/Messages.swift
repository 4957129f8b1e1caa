extension ZipError {
  static let noArchive = archive(
    "zip-not-an-archive", "这不是一个 ZIP 压缩包（.docx、.odt 都是 ZIP 压缩包）",
    "not a ZIP archive (a .docx or .odt file is one)")

  static let cutOff = archive(
    "zip-cut-off", "压缩包不完整：目录所指的内容超出文件末尾",
    "the archive is cut off: its directory points beyond the end of the file")

  static let noEntries = archive("zip-no-entries", "压缩包里没有任何文件", "the archive has no entries")

  static let manyDisks = archive(
    "zip-many-disks", "不支持分卷压缩包", "archives split over several disks are not supported")

  static let twoEndRecords = archive(
    "zip-two-end-records", "压缩包有两个目录结尾，读法不唯一",
    "the archive has two end records and can be read in two ways")

  static let badDirectory = archive(
    "zip-bad-directory", "压缩包的目录有误", "the archive's central directory is damaged")

  static let foreignBytes = archive(
    "zip-foreign-bytes", "压缩包的首部或目录与结尾之间夹有别的内容",
    "there are foreign bytes before the first entry or around the central directory")

  static func spoolFailed(_ reason: String) -> ZipError {
    archive("zip-no-room", "临时文件无法写入：\(reason)", "a temporary file can't be written: \(reason)")
  }

  static func targetFailed(_ reason: String) -> ZipError {
    archive("zip-unwritable", "文档无法写入：\(reason)", "the document can't be written: \(reason)")
  }

  static let outOfMemory = archive("zip-no-memory", "内存不足", "not enough memory")

  static func tooManyEntries(_ count: Int, limit: Int) -> ZipError {
    archive(
      "zip-too-many-entries", "压缩包里有 \(count) 个文件，上限是 \(limit) 个",
      "the archive has \(count) entries; the limit is \(limit)")
  }

  static func archiveTooLarge(_ bytes: Int, limit: Int) -> ZipError {
    archive(
      "zip-too-large", "压缩包有 \(bytes) 字节，上限是 \(limit) 字节",
      "the archive has \(bytes) bytes; the limit is \(limit)")
  }

  static func unpacksTooLarge(limit: Int) -> ZipError {
    archive(
      "zip-unpacks-too-large", "压缩包解开后超过上限 \(limit) 字节",
      "the archive unpacks to more than the limit of \(limit) bytes")
  }

  static func entryTooLarge(_ entry: String, limit: Int) -> ZipError {
    ZipError(
      entry: entry, code: "zip-entry-too-large", chinese: "解开后超过上限 \(limit) 字节",
      english: "unpacks to more than the limit of \(limit) bytes")
  }

  static func ratioTooHigh(_ entry: String, limit: Int) -> ZipError {
    ZipError(
      entry: entry, code: "zip-bomb", chinese: "解开后超过压缩大小的 \(limit) 倍，疑为压缩炸弹",
      english: "unpacks to more than \(limit) times its packed size: looks like a decompression bomb")
  }

  static func badName(_ raw: [UInt8], _ why: NameFault) -> ZipError {
    ZipError(
      entry: shown(raw), code: "zip-bad-name", chinese: "文件名不合规：\(why.chinese)",
      english: "unacceptable entry name: \(why.english)")
  }

  static func twinName(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-twin-name", chinese: "同名文件出现两次（不区分大小写）",
      english: "two entries have this name (letter case does not count)")
  }

  static func method(_ entry: String, _ method: Int) -> ZipError {
    ZipError(
      entry: entry, code: "zip-method", chinese: "压缩方法 \(method) 不允许，只允许“存储”和 deflate",
      english: "compression method \(method) is not allowed; only stored and deflate are")
  }

  static func encrypted(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-encrypted", chinese: "文件已加密：请先去掉密码",
      english: "the file is protected with a password; remove the password first")
  }

  static func symbolicLink(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-symbolic-link", chinese: "压缩包里不允许有符号链接",
      english: "symbolic links are not allowed in the archive")
  }

  static func localHeaderDiffers(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-header-differs", chinese: "文件头与压缩包目录不一致",
      english: "the entry's own header contradicts the central directory")
  }

  static func overlaps(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-overlap", chinese: "与压缩包里的另一个文件重叠",
      english: "overlaps another entry of the archive")
  }

  static func wrongSize(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-wrong-size", chinese: "解开后的大小与目录所记不符",
      english: "unpacks to another size than the directory says")
  }

  static func badChecksum(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-bad-checksum", chinese: "内容已损坏（校验和不符）",
      english: "the content is damaged (wrong checksum)")
  }

  static func badData(_ entry: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-bad-data", chinese: "压缩数据已损坏",
      english: "the compressed data is damaged")
  }

  static func badLevel(_ level: Int) -> ZipError {
    archive(
      "zip-bad-level", "压缩级别 \(level) 无效，应为 1 到 9",
      "there is no compression level \(level); it is 1 to 9")
  }

  /// What libzip says, where none of the sentences above fits.
  static func library(_ entry: String?, _ text: String) -> ZipError {
    ZipError(
      entry: entry, code: "zip-library", chinese: "处理压缩包时出错：\(text)",
      english: "the archive could not be handled: \(text)")
  }

  private static func archive(_ code: String, _ chinese: String, _ english: String) -> ZipError {
    ZipError(entry: nil, code: code, chinese: chinese, english: english)
  }

  /// A raw name fit to be printed: bytes that are no UTF-8 and control characters become `?`.
  static func shown(_ raw: [UInt8]) -> String {
    let printable = raw.prefix(120).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
    let text = String(decoding: printable, as: UTF8.self)
    return raw.count > 120 ? text + "…" : text
  }
}
