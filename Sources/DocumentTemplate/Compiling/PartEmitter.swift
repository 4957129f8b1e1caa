import TemplateLanguage
import XMLTree

/// Turns a part's tree into literals and instructions.
struct PartEmitter: XMLSink {
  private(set) var blob: [UInt8] = []
  private(set) var literals: [Range<Int>] = []
  var builder: ProgramBuilder
  private let records: [TagRecord]
  private let sites: [Int: Int]
  private let captureLevels: [Int: Int]
  private let marks: [Mark]
  private let attributeSite: Int
  private var start = 0

  /// - Parameters:
  ///   - sites: the site's number by the tag's.
  ///   - captureLevels: the number of the mark to put behind a tag that begins a capture.
  ///   - attributeSite: the number of the site in attribute values.
  init(
    environment: Environment, records: [TagRecord], marks: [Mark], sites: [Int: Int],
    captureLevels: [Int: Int],
    attributeSite: Int
  ) {
    self.marks = marks
    self.attributeSite = attributeSite
    builder = ProgramBuilder(environment: environment)
    self.records = records
    self.sites = sites
    self.captureLevels = captureLevels
  }

  mutating func write(_ bytes: [UInt8]) {
    blob.append(contentsOf: bytes)
  }

  mutating func instruction(target: String, data: String) -> Bool {
    guard let number = Int(data) else { return false }
    switch target {
    case PartScanner.markerTarget: emit(number)
    case Mark.target, Mark.attributeTarget:
      if case .attribute(let pieces) = marks[number] {
        emit(pieces)
      } else {
        flush()
        builder.mark(number)
      }
    default: return false
    }
    return true
  }

  /// Ends the literal being written.
  mutating func flush() {
    guard blob.count > start else { return }
    literals.append(start..<blob.count)
    builder.literal(literals.count - 1)
    start = blob.count
  }

  private mutating func emit(_ pieces: [AttributePiece]) {
    for piece in pieces {
      switch piece {
      case .text(let text): XMLCharacters.appendAttributeValue(Array(text.utf8), to: &blob)
      case .tag(let origin):
        guard let parsed = records[origin].parsed else { continue }
        flush()
        if parsed.role == .output {
          builder.value(parsed, site: attributeSite)
        } else {
          builder.statement(parsed)
        }
      }
    }
  }

  private mutating func emit(_ origin: Int) {
    guard let parsed = records[origin].parsed else { return }
    flush()
    switch parsed.role {
    case .output, .cell: builder.value(parsed, site: sites[origin] ?? 0)
    default: builder.statement(parsed)
    }
    if let mark = captureLevels[origin] { builder.mark(mark) }
  }
}
