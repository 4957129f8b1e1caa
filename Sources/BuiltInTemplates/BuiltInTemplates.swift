import CTemplates

/// The files of the project's Templates folder, carried inside the program: form definitions and the templates
/// of each edition, unpacked.
public enum BuiltInTemplates {
  /// The path of every file below Templates, such as `2021/docx/word/document.xml`, sorted byte by byte.
  public static let paths: [String] = (0..<chengwen_template_count()).map { index in
    unsafe String(cString: chengwen_template_at(index).path)
  }

  /// The bytes of the file at `path`; `nil` when there is none.
  public static func bytes(of path: String) -> [UInt8]? {
    positions[path].map(bytes)
  }

  /// Every file in `folder` and the folders in it, such as all parts of `2021/docx`; none when there is no such
  /// folder.
  ///
  /// - Returns: paths from that folder on, sorted byte by byte, and bytes.
  public static func files(below folder: String) -> [(name: String, bytes: [UInt8])] {
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    return paths.enumerated().compactMap { index, path in
      guard path.hasPrefix(prefix) else { return nil }
      return (String(path.dropFirst(prefix.count)), bytes(index))
    }
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: paths.enumerated().map { ($0.element, $0.offset) })

  private static func bytes(_ index: Int) -> [UInt8] {
    let file = unsafe chengwen_template_at(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
