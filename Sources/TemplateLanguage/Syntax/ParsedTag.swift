/// A tag whose inside has been parsed.
public struct ParsedTag: Sendable {
  /// The host's number for the tag; faults carry it.
  public let origin: Int
  /// What the tag does to the blocks around it.
  public let role: Role

  /// What a tag does to the blocks around it.
  public enum Role: Sendable, Hashable {
    /// `{{ … }}`: prints a value.
    case output
    /// A statement that stands alone, such as `set x = 1`.
    case single
    /// `for`, `if`, `macro` … : opens a block.
    case opens(String)
    /// `else`, `elif`: continues the innermost block.
    case continues(String)
    /// `endfor` …: closes the innermost block, which must be of the kind named (`for`).
    case closes(String)
    /// docxtpl's `cellbg`, `colspan`, `hm`, `vm`: the host sees to it; the expression, if any, is a value.
    case cell(CellStatement)
  }

  /// docxtpl's statements on the cell that holds them.
  public enum CellStatement: Sendable, Hashable {
    case background
    case columnSpan
    case horizontalMerge
    case verticalMerge
  }

  /// Parses the inside of a tag.
  ///
  /// - Parameters:
  ///   - text: the text the tag was found in, UTF-8.
  ///   - tag: an `output` or `statement` tag found there.
  ///   - origin: the host's number for the tag.
  /// - Returns: the tag, or everything wrong with it.
  public static func parse(_ text: [UInt8], _ tag: ScannedTag, origin: Int) -> Result<ParsedTag, FaultList> {
    .failure(FaultList(faults: []))
  }

  /// A tag that prints an expression the host made up, such as `loop.first`; nil if it does not parse.
  public static func output(expression: String, origin: Int) -> ParsedTag? { nil }
}

/// Everything wrong in one go.
public struct FaultList: Error, Sendable {
  public var faults: [Fault]

  /// Makes a list.
  public init(faults: [Fault]) { self.faults = faults }
}
