import Deflate
import Diagnostics
import OfficeDocument
import TemplateLanguage

/// A site where characters are printed with nothing around them.
struct BareSite: Sendable {
  let foldsBlanks: Bool
}

/// A part of a template, compiled; immutable.
struct CompiledPart: Sendable {
  let entry: String
  let program: Program
  /// All literal XML of the part, one stretch behind the other.
  let blob: [UInt8]
  let literals: [Range<Int>]
  let code: PartCode
  let marks: [Mark]
  let sites: [Site]
  /// Which sites are bare, and whether they fold blanks: a copy of all that is in a site would cost more than to
  /// print most values.
  let bareSites: [BareSite?]
  /// The tags by their numbers.
  let tags: [TagSource]
  let cells: CellDesigns

  init(
    entry: String, program: Program, blob: [UInt8], literals: [Range<Int>], marks: [Mark], sites: [Site],
    tags: [TagSource], cells: CellDesigns
  ) {
    self.entry = entry
    self.program = program
    self.blob = blob
    self.literals = literals
    code = PartCode(blob, literals)
    self.marks = marks
    self.sites = sites
    bareSites = sites.map { $0.isBare ? BareSite(foldsBlanks: $0.foldsBlanks) : nil }
    self.tags = tags
    self.cells = cells
  }

  /// The bytes of what the part's program has written.
  func bytes(of text: TemplateText) -> [UInt8] { text.bytes(blob, literals) }

  /// What the part's program has written, as it goes into the package.
  func compress(_ text: TemplateText, _ compression: PartCompression) throws(OfficeError) -> CompressedPart {
    switch compression.settled(literalBytes: blob.count, writtenBytes: text.byteCount) {
    case .templateAware:
      let packed = code.value.deflate(text)
      return CompressedPart(deflated: packed.bytes, size: packed.uncompressedSize, crc32: packed.crc32)
    case .zlib(let level):
      return try OfficePackage.compress(bytes(of: text), as: entry, level: level)
    }
  }

  /// Says where a fault of the program is.
  func diagnostic(for fault: Fault, file: String?) -> Diagnostic {
    var diagnostic = tags[fault.origin].diagnostic(
      fault.message, range: fault.range, file: file, trace: fault.trace)
    diagnostic.more = fault.more
    return diagnostic
  }
}
