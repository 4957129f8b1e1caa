/// One step through a YAML text, as libyaml takes it.
struct YAMLEvent {
  /// What comes next in the text.
  enum Kind: Equatable {
    case documentStart
    /// A scalar's text, and whether it stands without quotation marks or a block indicator.
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case mappingStart
    /// An alias, by its anchor's name.
    case alias(String)
    /// The end of a sequence or mapping.
    case end
    case documentEnd
    case streamEnd
  }

  let kind: Kind
  /// Where it begins.
  let position: Position
  /// The node's anchor.
  var anchor: String?
  /// The node's tag in full; empty where none is written.
  var tag = ""
}

/// Why libyaml can't go on, in its own words, which are all that tells its errors apart.
struct YAMLError: Error {
  enum Stage {
    case scanner
    case parser
    case other
  }

  let stage: Stage
  let problem: String
  let position: Position
  /// What was being read.
  let context: String?
  let contextPosition: Position
}
