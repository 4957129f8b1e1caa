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
  public consuming func finish() -> Result<Program, FaultList> {
    let statements = items.compactMap { item -> ParsedTag? in
      if case .statement(let tag, _) = item { tags[tag] } else { nil }
    }
    let unbalanced = BlockTree.match(statements).faults
    guard unbalanced.isEmpty else { return .failure(FaultList(faults: unbalanced + unknownFunctions)) }
    let (nodes, tooDeep) = TemplateBlock.tree(of: items, tags)
    if let tooDeep {
      let tag = tags[tooDeep]
      let fault = Fault(origin: tag.origin, range: 0..<tag.source.count, message: .blocksTooDeep)
      return .failure(FaultList(faults: [fault] + unknownFunctions))
    }
    var compiler = Compiler(tags: tags, environment: environment)
    let code = compiler.compile(nodes)
    guard compiler.faults.isEmpty else { return .failure(FaultList(faults: compiler.faults)) }
    return .success(Program(code: code))
  }

  /// What is wrong with filters and tests, found without regard to blocks.
  var unknownFunctions: [Fault] {
    var faults: [Fault] = []
    for tag in tags {
      for node in tag.tree.nodes {
        let message: Message?
        let range: Range<Int>
        switch node {
        case .filter(_, let function):
          message =
            environment.filter(function.name) == nil
            ? .unknownFilter(function.name, environment.filterNames) : nil
          range = function.nameRange
        case .test(_, let function):
          message =
            environment.test(function.name) == nil ? .unknownTest(function.name, environment.testNames) : nil
          range = function.nameRange
        default: continue
        }
        if let message { faults.append(Fault(origin: tag.origin, range: range, message: message)) }
      }
    }
    return faults
  }
}
