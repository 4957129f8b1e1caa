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

/// How the parts that a template writes are compressed; they unpack to the same bytes in every way.
public struct PartCompression: Sendable, Hashable {
  enum Way: Hashable {
    case templateAware
    case zlib(level: Int)
  }

  private let way: Way?

  /// By what is found out about the template's text when a document is first made of it: many times faster for every
  /// document, but the search takes as long as to compress two documents by zlib.
  public static let templateAware = PartCompression(way: .templateAware)
  /// For a template of which one document is made: by zlib, fast, but for a part with loops that write far more than
  /// the template holds.
  public static let oneOff = PartCompression(way: nil)
  /// By zlib, at a level from 1 (fast) to 9 (small).
  public static func zlib(level: Int) -> PartCompression { PartCompression(way: .zlib(level: level)) }

  /// The way for a part.
  ///
  /// - Parameters:
  ///   - literalBytes: how much of the template's text there is to be searched.
  ///   - writtenBytes: how much is to be compressed.
  func settled(literalBytes: Int, writtenBytes: Int) -> Way {
    way ?? (writtenBytes / 4 > literalBytes ? .templateAware : .zlib(level: 3))
  }
}
