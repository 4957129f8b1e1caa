/// A file that takes the place of one in the template: a picture, a media file, an embedded workbook.
///
/// ```swift
/// let seal = FileReplacement("公章", with: bytes)
/// let document = try template.render(data, replacing: [seal])
/// ```
///
/// A picture keeps its frame and may be of another kind (.jpg for .png); an embedded file must be of the same kind.
public struct FileReplacement: Sendable {
  enum Target: Sendable {
    case named(String, orLike: [UInt8]?)
    case like([UInt8])
  }

  let target: Target
  let bytes: [UInt8]

  /// Replaces what is called `name`: a picture by its name, title or alternative text, or an entry of the package by
  /// its whole name (`word/media/image1.png`) or the last step of it.
  public init(_ name: String, with bytes: [UInt8]) {
    target = .named(name, orLike: nil)
    self.bytes = bytes
  }

  /// Replaces every file in the template that is byte for byte `old`, as docxtpl's `replace_media` does.
  public init(like old: [UInt8], with bytes: [UInt8]) {
    target = .like(old)
    self.bytes = bytes
  }

  /// Replaces what is called `name`, or else every file that is byte for byte `old`.
  init(_ name: String, orLike old: [UInt8]?, with bytes: [UInt8]) {
    target = .named(name, orLike: old)
    self.bytes = bytes
  }

  /// What messages call it.
  var name: String {
    switch target {
    case .named(let name, _): name
    case .like: "?"
    }
  }
}
