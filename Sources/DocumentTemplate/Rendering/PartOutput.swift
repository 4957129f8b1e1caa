import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Writes the XML of one part while its program runs.
struct PartOutput: TemplateOutput {
  private let part: CompiledPart
  private(set) var bytes: [UInt8] = []
  private(set) var counters: PackageCounters
  private var guards: [Guard] = []
  private var captures: [Capture] = []

  /// A stretch of output that stays only if something required is written in it.
  private struct Guard {
    let start: Int
    var isMet = false
  }

  private struct Capture {
    let start: Int
    let guardCount: Int
    var level: Level = .characters
  }

  init(_ part: CompiledPart, counters: PackageCounters) {
    self.part = part
    self.counters = counters
    bytes.reserveCapacity(part.blob.count + part.blob.count / 4)
  }

  var byteCount: Int { bytes.count }

  mutating func literal(_ index: Int) {
    bytes.append(contentsOf: part.blob[part.literals[index]])
  }

  mutating func mark(_ index: Int) {
    switch part.marks[index] {
    case .guardBegin: guards.append(Guard(start: bytes.count))
    case .present: meetGuard(true)
    case .absent: meetGuard(false)
    case .guardEnd(let remedy): endGuard(remedy)
    case .attribute: break  // The emitter has put literals and instructions in its place.
    case .captureLevel(let level):
      if !captures.isEmpty { captures[captures.count - 1].level = level }
    case .drawingID: append(counters.drawingID())
    case .bookmarkStart(let id): append(counters.beginBookmark(id))
    case .bookmarkEnd(let id): append(counters.endBookmark(id))
    case .uniqueName(let name):
      XMLCharacters.appendAttributeValue(Array(counters.uniqueName(name).utf8), to: &bytes)
    }
  }

  mutating func beginCapture() {
    captures.append(Capture(start: bytes.count, guardCount: guards.count))
  }

  mutating func endCapture() -> Value {
    guard let capture = captures.popLast() else { return .none }
    let markup = CapturedMarkup(bytes: Array(bytes[capture.start...]), level: capture.level)
    bytes.removeSubrange(capture.start...)
    guards.removeSubrange(capture.guardCount...)
    return .object(markup)
  }

  mutating func value(_ value: Value, site index: Int) throws(ValueError) {
    let site = part.sites[index]
    switch value {
    case .object(let object):
      if let markup = object as? CapturedMarkup {
        try splice(markup, at: site)
      } else if let text = object.text {
        try write(text, at: site)
      } else {
        throw ValueError(.notPrintable(object.typeName))
      }
    case .string(let text): try write(text, at: site)
    case .int where site.level == .characters: value.appendPrinted(to: &bytes)
    default: try write(value.printed, at: site)
    }
  }

  private mutating func write(_ text: String, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: .characters) else { throw ValueError(.textAmongCells) }
    bytes.append(contentsOf: wrap.before)
    try TextEscaper.append(text, at: site, to: &bytes)
    bytes.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  private mutating func splice(_ markup: CapturedMarkup, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: markup.level) else { throw ValueError(.markupDoesNotFit) }
    guard !markup.bytes.isEmpty else { return }
    bytes.append(contentsOf: wrap.before)
    bytes.append(contentsOf: markup.bytes)
    bytes.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  private mutating func meetGuard(_ isMet: Bool) {
    guard guards.count > (captures.last?.guardCount ?? 0) else { return }
    guards[guards.count - 1].isMet = isMet
  }

  private mutating func endGuard(_ remedy: Mark.Remedy) {
    guard let ended = guards.popLast() else { return }
    switch remedy {
    case .drop(let countsOutside):
      if !ended.isMet {
        bytes.removeSubrange(ended.start...)
      } else if countsOutside {
        meetGuard(true)
      }
    case .fill(let filling):
      if !ended.isMet { bytes.append(contentsOf: filling) }
    }
  }

  private mutating func append(_ number: Int) {
    Value.int(number).appendPrinted(to: &bytes)
  }
}
