public import TemplateLanguage

/// How a document is made.
public struct RenderOptions: Sendable, Hashable {
  /// What printing or using an unknown name does.
  public var undefined: UndefinedPolicy
  /// Bounds on the run.
  public var limits: RunLimits
  /// How the written parts are compressed.
  public var compression: PartCompression
  /// How many bytes loops write before they are put aside; small in tests only.
  package var stretchBytes = 1 << 20

  /// How many templates are around the one that is rendered.
  var includeDepth = 0

  /// Options; by default unknown names are errors and parts are compressed by what is known of the template.
  public init(
    undefined: UndefinedPolicy = .error, limits: RunLimits = RunLimits(),
    compression: PartCompression = .templateAware
  ) {
    self.undefined = undefined
    self.limits = limits
    self.compression = compression
  }

  var run: RunOptions {
    var options = RunOptions()
    options.undefined = undefined
    options.limits = limits
    options.includeDepth = includeDepth
    return options
  }
}

/// How the parts that a template writes are compressed; they unpack to the same bytes either way.
public enum PartCompression: Sendable, Hashable {
  /// By what was found out about the template's text when it was compiled: many times faster.
  case templateAware
  /// By zlib, at a level from 1 (fast) to 9 (small).
  case zlib(level: Int)
}
