public import ZipArchive

/// A picture's file, known by its first bytes: what kind it is and how large it means to be.
///
/// Immutable and shared: the same picture in a thousand documents is compressed once.
public final class PictureData: Sendable {
  /// The file.
  public let bytes: [UInt8]
  public let format: PictureFormat
  /// The size on paper by the file's own resolution; without one, 72 pixels are an inch, as in docxtpl and
  /// python-docx (96 for .bmp and .svg).
  public let naturalSize: PictureSize
  let data: CompressedData

  /// The largest file, in bytes.
  public static let greatestByteCount = 64 << 20
  /// The most pixels.
  public static let greatestPixelCount = 250_000_000

  /// Reads a picture's header.
  ///
  /// - Throws: `OfficeError` for a file that is no picture of a known kind, is damaged or larger than the limits,
  ///   and for a drawing (.svg) that runs scripts or loads something from elsewhere.
  public init(_ bytes: [UInt8]) throws(OfficeError) {
    guard bytes.count <= Self.greatestByteCount else {
      throw OfficeError(.pictureTooLarge)
    }
    guard let (format, read) = PictureHeaders.reader(for: bytes) else { throw OfficeError(.unknownPicture) }
    guard let header = try read(bytes) else { throw OfficeError(.damagedPicture(format)) }
    guard header.columns > 0, header.rows > 0 else { throw OfficeError(.damagedPicture(format)) }
    guard
      header.isVector
        || (header.columns <= 65_535 && header.rows <= 65_535
          && header.columns * header.rows <= Self.greatestPixelCount)
    else { throw OfficeError(.pictureTooLarge) }
    self.bytes = bytes
    self.format = format
    naturalSize = header.size
    do throws(ZipError) {
      data = try CompressedData(bytes, format.isCompressed ? .stored : .deflate(level: 6))
    } catch {
      throw OfficeError(error)
    }
  }
}

extension PictureData {
  /// The file as an entry's bytes.
  public var part: CompressedPart { data }
}

extension PictureData: Hashable {
  /// Whether the files are equal.
  public static func == (left: PictureData, right: PictureData) -> Bool {
    left === right || left.bytes == right.bytes
  }

  /// Hashes the file's length and its ends, which tell pictures apart well enough.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    hasher.combine(Array(bytes.prefix(64)))
    hasher.combine(Array(bytes.suffix(256)))
  }
}

extension PackageAdditions.Entry {
  /// A picture as an entry.
  public init(name: String, picture: PictureData) {
    self.init(name: name, data: picture.data, mediaType: picture.format.mediaType)
  }
}
