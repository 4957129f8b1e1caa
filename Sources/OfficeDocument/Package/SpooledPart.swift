import ZipArchive

/// An entry's bytes of which the most lie in a file.
public struct SpooledPart: Sendable {
  let data: SpooledData
}

/// Collects an entry's bytes without holding them: when they are many, in a file without a name.
public struct PartSpool: Sendable {
  private let entry: String
  private let spool: Spool

  /// An empty spool for an entry.
  ///
  /// - Parameter folder: where its file is made, if it comes to that.
  public init(for entry: String, in folder: String) {
    self.entry = entry
    spool = Spool(in: folder)
  }

  /// Appends bytes.
  ///
  /// - Throws: `OfficeError` when they can't be kept, as on a full disk.
  public func append(_ bytes: [UInt8]) throws(OfficeError) {
    do throws(ZipError) {
      try spool.append(bytes)
    } catch {
      throw OfficeError(error, in: entry)
    }
  }

  /// The entry, what was appended being a deflate stream behind the beginning `head`.
  ///
  /// - Parameters:
  ///   - size: how many bytes it unpacks to.
  ///   - crc32: their CRC-32; a wrong one makes a damaged document.
  public func deflated(behind head: [UInt8], size: Int, crc32: UInt32) -> SpooledPart {
    SpooledPart(data: SpooledData(head: head, spool, .deflated(size: size, crc32: crc32)))
  }

  /// The entry, what was appended being its bytes behind `head`, which one of zlib's levels compresses.
  public func plain(behind head: [UInt8], level: Int) -> SpooledPart {
    SpooledPart(data: SpooledData(head: head, spool, .plain(level: level)))
  }
}
