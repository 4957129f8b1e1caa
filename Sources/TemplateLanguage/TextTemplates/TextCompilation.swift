import Diagnostics

/// Cuts a text into literals and tags and compiles them.
struct TextCompilation {
  private let text: [UInt8]
  private let delimiters: Delimiters
  private var builder: ProgramBuilder
  private var faults: [Fault] = []
  private(set) var literals: [[UInt8]] = []

  init(text: [UInt8], environment: Environment) {
    self.text = text
    delimiters = environment.delimiters
    builder = ProgramBuilder(environment: environment)
  }

  mutating func run() throws(FaultList) -> Program {
    var scanner = TagScanner(delimiters)
    let (tags, scanFaults) = scanner.scan(text)
    for (range, message) in scanFaults {
      faults.append(Fault(origin: range.lowerBound, range: 0..<range.count, message: message))
    }
    if scanner.isInRaw, let tag = tags.last {
      faults.append(
        Fault(origin: tag.range.lowerBound, range: 0..<tag.range.count, message: .unclosedBlock("raw")))
    }
    var start = 0
    var trims = false
    for tag in tags {
      literal(start..<tag.range.lowerBound, trimsBefore: trims, trimsAfter: tag.trimsBefore)
      add(tag)
      start = tag.range.upperBound
      trims = tag.trimsAfter
    }
    literal(start..<text.count, trimsBefore: trims, trimsAfter: false)
    if !faults.isEmpty {
      // Without the tags that do not parse, blocks can't be told from each other.
      faults += builder.unknownFunctions
      throw FaultList(faults: sortedFaults)
    }
    switch builder.finish() {
    case .success(let program): return program
    case .failure(let list):
      faults += list.faults
      throw FaultList(faults: sortedFaults)
    }
  }

  private var sortedFaults: [Fault] {
    faults.sorted { ($0.origin, $0.range.lowerBound) < ($1.origin, $1.range.lowerBound) }
  }

  private mutating func add(_ tag: ScannedTag) {
    switch tag.kind {
    case .comment, .raw: break
    case .escape(let delimiter): add(Array(delimiter.utf8))
    case .output, .statement:
      switch ParsedTag.parse(text, tag, origin: tag.range.lowerBound) {
      case .failure(let list): faults += list.faults
      case .success(let parsed):
        switch parsed.role {
        case .output: builder.value(parsed, site: 0)
        case .cell, .list:
          faults.append(
            Fault(origin: parsed.origin, range: 0..<tag.range.count, message: .cellStatementInText))
        case .single, .opens, .continues, .closes: builder.statement(parsed, site: 0)
        }
      }
    }
  }

  private mutating func add(_ literal: [UInt8]) {
    guard !literal.isEmpty else { return }
    builder.literal(literals.count)
    literals.append(literal)
  }

  private mutating func literal(_ range: Range<Int>, trimsBefore: Bool, trimsAfter: Bool) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while trimsBefore, lower < upper {
      let width = blank(at: lower, before: upper)
      if width == 0 { break }
      lower += width
    }
    while trimsAfter, lower < upper {
      var start = upper - 1
      while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
      if blank(at: start, before: upper) != upper - start { break }
      upper = start
    }
    add(Array(text[lower..<upper]))
  }

  /// The length of the white space that begins at `index`; 0 if there is none.
  private func blank(at index: Int, before limit: Int) -> Int {
    switch text[index] {
    case 0x09...0x0D, 0x1C...0x20: return 1
    case 0xC2: return index + 1 < limit && (text[index + 1] == 0x85 || text[index + 1] == 0xA0) ? 2 : 0
    case 0xE1...0xE3:
      guard index + 2 < limit else { return 0 }
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
