import Deflate
import OfficeDocument

/// Compresses what a part's program has written, stretch by stretch, and keeps it in a spool.
///
/// Each stretch is compressed by itself, so that what was found out about one can be forgotten with it.
final class PartStream {
  /// A stretch has at least so many bytes.
  let stretchBytes: Int
  private let part: CompiledPart
  private let compression: PartCompression.Way
  private let spool: PartSpool
  /// What stands before the place of automatic styles, which are known at the end only.
  private var head: TemplateText?
  private var checksum: UInt32 = 0
  private(set) var byteCount = 0
  private var failure: OfficeError?

  init(_ part: CompiledPart, _ options: RenderOptions, spoolFolder: String) {
    self.part = part
    // Nothing is passed on to a stream but much that loops have written.
    compression = options.compression.settled(literalBytes: part.blob.count, writtenBytes: .max)
    stretchBytes = options.stretchBytes
    spool = PartSpool(for: part.entry, in: spoolFolder)
  }

  /// Whether anything was passed on.
  var isUsed: Bool { byteCount > 0 }

  /// Takes the beginning of the part; what is inserted behind it is not known yet.
  func begin(with text: TemplateText) {
    head = text
    byteCount += text.byteCount
  }

  /// Takes the next stretch. A spool that can't be written is an error at the end.
  func take(_ text: TemplateText, isLast: Bool = false) {
    byteCount += text.byteCount
    guard failure == nil else { return }
    do throws(OfficeError) {
      switch compression {
      case .templateAware:
        let packed = part.code.value.deflate(text, isLast: isLast)
        checksum = Deflated.checksum(checksum, followedBy: packed.crc32, count: packed.uncompressedSize)
        try spool.append(packed.bytes)
      case .zlib: try spool.append(part.bytes(of: text))
      }
    } catch {
      failure = error
    }
  }

  /// Takes the last stretch and what belongs behind the beginning.
  func finish(_ last: TemplateText, inserted: [UInt8]) throws(OfficeError) -> SpooledPart {
    take(last, isLast: true)
    if let failure { throw failure }
    var beginning = head ?? TemplateText()
    beginning.values += inserted
    if case .zlib(let level) = compression {
      return spool.plain(behind: part.bytes(of: beginning), level: level)
    }
    let size = byteCount + inserted.count
    guard beginning.byteCount > 0 else { return spool.deflated(behind: [], size: size, crc32: checksum) }
    let packed = part.code.value.deflate(beginning, isLast: false)
    let crc = Deflated.checksum(packed.crc32, followedBy: checksum, count: size - beginning.byteCount)
    return spool.deflated(behind: packed.bytes, size: size, crc32: crc)
  }
}
