import Deflate
import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Writes the XML of one part while its program runs.
struct PartOutput: TemplateOutput {
  private let part: CompiledPart
  private(set) var text = TemplateText()
  private(set) var counters: PackageCounters
  private var guards: [Guard] = []
  private var captures: [Capture] = []

  /// A stretch of output that stays only if something required is written in it.
  private struct Guard {
    let start: TemplateText.Position
    var isMet = false
  }

  private struct Capture {
    let start: TemplateText.Position
    let guardCount: Int
    var level: Level = .characters
  }

  init(_ part: CompiledPart, counters: PackageCounters) {
    self.part = part
    self.counters = counters
    text.reserve(literals: 2 * part.literals.count, values: 4096)
  }

  var byteCount: Int { text.byteCount }

  mutating func literal(_ index: Int) {
    text.append(literal: index, count: part.literals[index].count)
  }

  mutating func mark(_ index: Int) {
    switch part.marks[index] {
    case .guardBegin: guards.append(Guard(start: text.end))
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
      XMLCharacters.appendAttributeValue(Array(counters.uniqueName(name).utf8), to: &text.values)
    }
  }

  mutating func beginCapture() {
    captures.append(Capture(start: text.end, guardCount: guards.count))
  }

  mutating func endCapture() -> Value {
    guard let capture = captures.popLast() else { return .none }
    let markup = CapturedMarkup(content: text.cut(from: capture.start), part: part, level: capture.level)
    guards.removeSubrange(capture.guardCount...)
    return .object(markup)
  }

  mutating func value(_ value: Value, site index: Int) throws(ValueError) {
    let site = part.sites[index]
    switch value {
    case .object(let object):
      if let markup = object as? CapturedMarkup {
        try splice(markup, at: site)
      } else if let characters = object.text {
        try write(characters, at: site)
      } else {
        throw ValueError(.notPrintable(object.typeName))
      }
    case .string(let characters): try write(characters, at: site)
    case .int where site.level == .characters: value.appendPrinted(to: &text.values)
    default: try write(value.printed, at: site)
    }
  }

  private mutating func write(_ characters: String, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: .characters) else { throw ValueError(.textAmongCells) }
    text.values.append(contentsOf: wrap.before)
    try TextEscaper.append(characters, at: site, to: &text.values)
    text.values.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  private mutating func splice(_ markup: CapturedMarkup, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: markup.level) else { throw ValueError(.markupDoesNotFit) }
    guard markup.isTrue else { return }
    text.values.append(contentsOf: wrap.before)
    text.append(markup.content)
    text.values.append(contentsOf: wrap.after)
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
        text.remove(from: ended.start)
      } else if countsOutside {
        meetGuard(true)
      }
    case .fill(let filling):
      if !ended.isMet { text.values.append(contentsOf: filling) }
    }
  }

  private mutating func append(_ number: Int) {
    Value.int(number).appendPrinted(to: &text.values)
  }
}
