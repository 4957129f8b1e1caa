/// How a program is run.
public struct RunOptions: Sendable {
  /// What printing or using an unknown name does.
  public var undefined: UndefinedPolicy = .error
  /// Bounds on the run.
  public var limits = RunLimits()
  /// How many templates are around the one that is run.
  package var includeDepth = 0

  /// The defaults: unknown names are errors.
  public init() {}
}

/// What printing or using an unknown name does.
public enum UndefinedPolicy: Sendable {
  /// It is a fault.
  case error
  /// It prints nothing, counts as false and as an empty list; its members are unknown again.
  case lenient
}

/// Bounds on a run; meeting one is a fault that ends the run.
public struct RunLimits: Sendable, Hashable {
  /// Instructions carried out.
  public var steps = 100_000_000
  /// Bytes produced.
  public var outputBytes = 256 << 20
  /// Blocks, macros and includes inside each other.
  public var nesting = 200
  /// Faults listed; the rest is counted.
  public var faults = 100
  /// Templates included by each other.
  public var includes = 30

  /// The defaults.
  public init() {}
}

extension Program {
  /// Runs the program on `data` into `output` and returns everything that went wrong; a run goes on after a
  /// fault where it can, so that one run reports them all. Of one fault at one place the first ten are listed, the rest is
  /// counted.
  public func run<Output: TemplateOutput>(
    _ data: Mapping, into output: inout Output, options: RunOptions = RunOptions()
  ) -> [Fault] {
    var machine = Machine(code, data, options)
    machine.execute(&output)
    return machine.faults
  }
}
