import Diagnostics
import XMLTree
import ZipArchive

extension OfficeError {
  init(_ error: ZipError, in part: String? = nil) {
    self.init(
      part: error.entry ?? part, Message(error.code, chinese: error.chinese, english: error.english))
  }

  /// The line counts within the part; it helps whoever made the document, not its author, so it stands in the
  /// sentence and is no place of its own.
  init(_ error: XMLError, in part: String) {
    let line = error.line.map { ("（第\($0)行）", " (line \($0))") } ?? ("", "")
    self.init(
      part: part,
      Message(error.code, chinese: error.chinese + line.0, english: error.english + line.1))
  }
}
