import ZipArchive

/// Archives for tests.
public enum SmallArchive {
  /// An archive of files, in their order.
  public static func bytes(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    var writer = try ZipWriter()
    for file in files {
      try writer.add(file.name, CompressedData(Array(file.text.utf8), .deflate(level: 6)))
    }
    return try writer.finish()
  }
}
