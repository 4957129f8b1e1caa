/// Texts of files in whatever encoding Chinese offices save them.
public enum PublishedText {
  /// The text of a file in UTF-8: from UTF-8 or UTF-16 with a mark, or GB 18030, which is GBK too.
  ///
  /// - Throws: `ImportError` when the text can't be converted.
  public static func utf8(_ bytes: [UInt8], name: String) throws(ImportError) -> [UInt8] {
    Array(try Charset.text(bytes, declared: nil, name: name).utf8)
  }
}
