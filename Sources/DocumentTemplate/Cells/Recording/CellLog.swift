import Deflate
import TemplateLanguage

/// The events of a part's tables, in the order of its text.
struct CellLog {
  private(set) var events: [CellEvent] = []
  /// The backgrounds asked for.
  private(set) var colors: [Color] = []
  private let designs: CellDesigns
  /// What is wrong with the value of the so-manieth `colspan`: known from an earlier run.
  private let refused: [Int: ValueError]
  private var spanCount = 0
  private var keys = MergeKeys()
  private var loops: [UInt32]

  init(_ designs: CellDesigns, refused: [Int: ValueError] = [:]) {
    self.designs = designs
    self.refused = refused
    loops = Array(repeating: 0, count: designs.loopCount)
  }

  var count: Int { events.count }

  mutating func carryOut(_ mark: CellMark, at position: TemplateText.Position) {
    switch mark {
    case .note(let kind, let index): add(kind, index, 0, position)
    case .loop(let loop): loops[loop] = keys.make()
    case .merge(let kind, let loop): add(kind, 0, loops[loop], position)
    }
  }

  /// Takes the value of a statement.
  mutating func take(
    _ value: Value, of statement: Int, at position: TemplateText.Position
  ) throws(ValueError) {
    switch designs.statements[statement] {
    case .columnSpan:
      let number = spanCount
      spanCount += 1
      if let error = refused[number] { throw error }
      add(.columnSpan, number, UInt32(try CellValue.span(value)), position)
    case .background:
      guard let color = try CellValue.color(value) else { return }
      let known = colors.firstIndex(of: color)
      if known == nil { colors.append(color) }
      add(.background, 0, UInt32(known ?? colors.count - 1), position)
    case .verticalMerge: add(.mergeDown, 1, keys.key(of: value, statement), position)
    case .horizontalMerge: add(.mergeRight, 1, keys.key(of: value, statement), position)
    }
  }

  private mutating func add(
    _ kind: CellEvent.Kind, _ index: Int, _ value: UInt32, _ position: TemplateText.Position
  ) {
    events.append(
      CellEvent(kind: kind, index: UInt32(truncatingIfNeeded: index), value: value, position: position))
  }

  /// Forgets what was noted since there were `count` events: its text was dropped.
  mutating func drop(from count: Int) { events.removeSubrange(count...) }

  /// Takes out what was noted since there were `count` events, in text that was cut at `start`.
  mutating func cut(from count: Int, at start: TemplateText.Position) -> [CellEvent] {
    guard events.count > count else { return [] }
    let cut = events[count...].map { event in
      var event = event
      event.position = event.position.moved(from: start, to: TemplateText.start)
      return event
    }
    drop(from: count)
    return cut
  }

  /// Notes what happened in a text that is appended at `end`.
  mutating func append(_ cut: [CellEvent], at end: TemplateText.Position) {
    for var event in cut {
      event.position = event.position.moved(from: TemplateText.start, to: end)
      events.append(event)
    }
  }
}

/// Numbers for values, equal values getting equal numbers.
private struct MergeKeys {
  private var last: UInt32 = 0
  private var byValue: [Value: UInt32] = [:]
  private var latest: [Int: (value: Value, key: UInt32)] = [:]

  /// A number unlike all before it.
  mutating func make() -> UInt32 {
    last += 1
    return last
  }

  /// The number of a value; mostly a statement is given the same value as the time before.
  mutating func key(of value: Value, _ statement: Int) -> UInt32 {
    if let (known, key) = latest[statement], known == value { return key }
    let key = find(value)
    latest[statement] = (value, key)
    return key
  }

  private mutating func find(_ value: Value) -> UInt32 {
    var value = value
    if case .object(let object) = value {
      // Objects may all have one hash.
      guard let text = object.text else { return make() }
      value = .string(text)
    }
    if let known = byValue[value] { return known }
    let key = make()
    byValue[value] = key
    return key
  }
}
