/// The kinds of picture a document can hold.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case png
  case jpeg
  case gif
  case bmp
  case tiff
  case svg
  case emf
  case wmf

  /// How names of such files end, without the dot.
  public var fileEnding: String {
    switch self {
    case .jpeg: "jpg"
    case .tiff: "tif"
    default: rawValue
    }
  }

  /// The content type, as `image/png`.
  public var mediaType: String {
    switch self {
    case .png, .jpeg, .gif, .bmp, .tiff: "image/\(rawValue)"
    case .svg: "image/svg+xml"
    case .emf: "image/x-emf"
    case .wmf: "image/x-wmf"
    }
  }

  /// Whether the files are compressed already.
  var isCompressed: Bool { self == .png || self == .jpeg || self == .gif }
}
