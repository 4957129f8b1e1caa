import TemplateLanguage
import XMLTree

/// Turns a part's tree into literals and instructions.
struct PartEmitter: XMLSink {
  /// The numbers of the sites in attribute values, and of the marks around a hyperlink's address.
  struct AttributeSites {
    let text: Int
    let beginning: Int
    let rest: Int
    let addressBegin: Int
    let addressEnd: Int
    /// The numbers of the places in pictures.
    let pictures: [PictureFrame: Int]
    /// The number of the types of a workbook's cells.
    let sheetType: Int
    /// The numbers of the states of boxes.
    let checkBoxes: [CheckBox: Int]

    init(_ sites: inout SiteBuilder, _ marks: inout MarkTable) {
      addressBegin = marks.add(.addressBegin)
      addressEnd = marks.add(.addressEnd)
      text = sites.number(of: .attribute)
      sheetType = sites.number(of: .sheet(.type))
      beginning = sites.number(of: .address(.beginning))
      rest = sites.number(of: .address(.rest))
      var pictures: [PictureFrame: Int] = [:]
      var checkBoxes: [CheckBox: Int] = [:]
      for case .attribute(let pieces, _) in marks.marks {
        for case .picture(_, let frame) in pieces { pictures[frame] = sites.number(of: .picture(frame)) }
        for case .checkBox(_, let box) in pieces { checkBoxes[box] = sites.number(of: .checkBox(box)) }
      }
      self.pictures = pictures
      self.checkBoxes = checkBoxes
    }
  }

  private(set) var blob: [UInt8] = []
  private(set) var literals: [Range<Int>] = []
  var builder: ProgramBuilder
  private let records: [TagRecord]
  private let sites: [Int: Int]
  private let captureLevels: [Int: Int]
  private let marks: [Mark]
  private let attributeSites: AttributeSites
  private var start = 0

  /// - Parameters:
  ///   - sites: the site's number by the tag's.
  ///   - captureLevels: the number of the mark to put behind a tag that begins a capture.
  ///   - attributeSites: the numbers of the sites in attribute values.
  ///   - size: about how many bytes the part has.
  init(
    environment: Environment, records: [TagRecord], marks: [Mark], sites: [Int: Int],
    captureLevels: [Int: Int],
    attributeSites: AttributeSites, size: Int
  ) {
    blob.reserveCapacity(size)
    self.marks = marks
    self.attributeSites = attributeSites
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
      if case .attribute(let pieces, let kind) = marks[number] {
        emit(pieces, kind)
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

  private mutating func emit(_ pieces: [AttributePiece], _ kind: WrittenAttribute.Kind) {
    if kind == .relationship {
      flush()
      builder.mark(attributeSites.addressBegin)
    }
    for (index, piece) in pieces.enumerated() {
      let site =
        kind == .text ? attributeSites.text : index == 0 ? attributeSites.beginning : attributeSites.rest
      switch piece {
      case .text(let text): XMLCharacters.appendAttributeValue(Array(text.utf8), to: &blob)
      case .mark(let number):
        flush()
        builder.mark(number)
      case .picture(let origin, let frame):
        guard let parsed = records[origin].parsed, let site = attributeSites.pictures[frame] else { continue }
        flush()
        builder.value(parsed, site: site)
      case .sheetType(let origin):
        guard let parsed = records[origin].parsed else { continue }
        flush()
        builder.value(parsed, site: attributeSites.sheetType)
      case .checkBox(let origin, let box):
        guard let parsed = records[origin].parsed, let site = attributeSites.checkBoxes[box] else { continue }
        flush()
        builder.value(parsed, site: site)
      case .tag(let origin):
        guard let parsed = records[origin].parsed else { continue }
        flush()
        if parsed.role == .output {
          builder.value(parsed, site: site)
        } else {
          builder.statement(parsed, site: site)
        }
      }
    }
    if kind == .relationship {
      flush()
      builder.mark(attributeSites.addressEnd)
    }
  }

  private mutating func emit(_ origin: Int) {
    guard let parsed = records[origin].parsed else { return }
    flush()
    switch parsed.role {
    case .output, .cell, .list: builder.value(parsed, site: sites[origin] ?? 0)
    default: builder.statement(parsed, site: sites[origin])
    }
    if let mark = captureLevels[origin] { builder.mark(mark) }
  }
}
