import Deflate
import Diagnostics
import OfficeDocument
import TemplateLanguage

/// A part of a template, compiled; immutable.
struct CompiledPart: Sendable {
  let entry: String
  let program: Program
  /// All literal XML of the part, one stretch behind the other.
  let blob: [UInt8]
  let literals: [Range<Int>]
  let marks: [Mark]
  let sites: [Site]
  let records: [TagRecord]
  let cells: CellDesigns

  /// The bytes of what the part's program has written.
  func bytes(of text: TemplateText) -> [UInt8] { text.bytes(blob, literals) }

  /// Says where a fault of the program is.
  func diagnostic(for fault: Fault, file: String?) -> Diagnostic {
    records[fault.origin].diagnostic(fault.message, range: fault.range, file: file, trace: fault.trace)
  }
}
