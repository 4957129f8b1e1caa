import Diagnostics

/// Puts a program together from literals, marks and tags in their final order.
public struct ProgramBuilder {
  private let environment: Environment
  private var tags: [ParsedTag] = []
  private var items: [TemplateItem] = []

  /// Makes a builder; filters and tests are resolved against `environment`.
  public init(environment: Environment) { self.environment = environment }

  /// The host's literal number `index` goes here.
  public mutating func literal(_ index: Int) { items.append(.literal(index)) }

  /// The host's mark number `index` goes here: an instruction of the host's own.
  public mutating func mark(_ index: Int) { items.append(.mark(index)) }

  /// The value of an `output` or `cell` tag goes here; `site` tells the output where it stands.
  public mutating func value(_ tag: ParsedTag, site: Int) {
    tags.append(tag)
    items.append(.value(tag: tags.count - 1, site: site))
  }

  /// A statement goes here: opens, continues or closes a block, or stands alone.
  ///
  /// - Parameter site: tells the output where the result of a `call` or `filter` block stands, which is printed
  ///   as a value; that of the opening tag counts. Without one such a block is a fault.
  public mutating func statement(_ tag: ParsedTag, site: Int? = nil) {
    tags.append(tag)
    items.append(.statement(tag: tags.count - 1, site: site ?? -1))
  }

  /// The program, or everything wrong that can be known now: unknown filters and tests, wrong numbers of
  /// arguments, `loop` outside a loop, unbalanced blocks.
  public mutating func finish() -> Result<Program, FaultList> {
    let unbalanced = leaveOutUnpaired()
    let (nodes, tooDeep) = TemplateBlock.tree(of: items, tags)
    if let tooDeep {
      let tag = tags[tooDeep]
      let fault = Fault(origin: tag.origin, range: 0..<tag.source.count, message: .blocksTooDeep)
      return .failure(FaultList(faults: unbalanced + [fault] + unknownFunctions(in: tags)))
    }
    var compiler = Compiler(tags: tags, environment: environment)
    let code = compiler.compile(nodes)
    guard !unbalanced.isEmpty || !compiler.faults.isEmpty else { return .success(Program(code: code)) }
    // What seems to stand outside of every loop may stand in one that is not closed.
    let others = compiler.faults.filter {
      unbalanced.isEmpty || !["loop-outside-loop", "jump-outside-loop"].contains($0.message.code)
    }
    return .failure(FaultList(faults: unbalanced + others))
  }

  /// Leaves out the tags that have no partner, so that the rest can be looked at; returns what is wrong with them.
  private mutating func leaveOutUnpaired() -> [Fault] {
    var statements: [ParsedTag] = []
    var places: [Int] = []
    for (place, item) in items.enumerated() {
      guard case .statement(let tag, _) = item else { continue }
      statements.append(tags[tag])
      places.append(place)
    }
    let (tree, faults) = BlockTree.match(statements)
    guard !faults.isEmpty else { return [] }
    let paired = Set(tree.blocks.flatMap { [$0.open, $0.close] + $0.middles })
    let unpaired = statements.indices.filter { index in
      switch statements[index].role {
      case .opens, .continues, .closes: !paired.contains(index)
      case .output, .single, .cell, .list: false
      }
    }
    let leftOut = Set(unpaired.map { places[$0] })
    items = items.enumerated().filter { !leftOut.contains($0.offset) }.map(\.element)
    return faults + unknownFunctions(in: unpaired.map { statements[$0] })
  }

  /// What is wrong with filters and tests and their arguments, found without regard to blocks.
  var unknownFunctions: [Fault] { unknownFunctions(in: tags) }

  private func unknownFunctions(in tags: [ParsedTag]) -> [Fault] {
    var faults: [Fault] = []
    for tag in tags {
      for node in tag.tree.nodes {
        let message: Message?
        let range: Range<Int>
        switch node {
        case .filter(_, let function):
          message =
            if let native = environment.filter(function.name) {
              native.problem(with: function.arguments)
            } else {
              .unknownFilter(function.name, environment.filterNames)
            }
          range = function.nameRange
        case .test(_, let function):
          message =
            if let native = environment.test(function.name) {
              native.problem(with: function.arguments)
            } else {
              .unknownTest(function.name, environment.testNames)
            }
          range = function.nameRange
        default: continue
        }
        if let message { faults.append(Fault(origin: tag.origin, range: range, message: message)) }
      }
    }
    return faults
  }
}
