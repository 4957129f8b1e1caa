/// A compiled template: literals, marks and values in the order and under the conditions the tags say.
///
/// Immutable; may be run from many tasks at once.
public struct Program: Sendable {
  /// The names the program looks up in the data, each once, in order of first use.
  public var names: [String] { [] }
}

/// Puts a program together from literals, marks and tags in their final order.
public struct ProgramBuilder {
  /// Makes a builder; filters and tests are resolved against `environment` at once.
  public init(environment: Environment) {}

  /// The host's literal number `index` goes here.
  public mutating func literal(_ index: Int) {}
  /// The host's mark number `index` goes here: an instruction of the host's own.
  public mutating func mark(_ index: Int) {}
  /// The value of an `output` or `cell` tag goes here; `site` tells the output where it stands.
  public mutating func value(_ tag: ParsedTag, site: Int) {}
  /// A statement goes here: opens, continues or closes a block, or stands alone.
  public mutating func statement(_ tag: ParsedTag) {}
  /// The program, or everything wrong that can be known now: unknown filters and tests, wrong numbers of
  /// arguments, `loop` outside a loop, unbalanced blocks.
  public consuming func finish() -> Result<Program, FaultList> { .failure(FaultList(faults: [])) }
}
