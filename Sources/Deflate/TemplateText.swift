/// Text that a template has written: its literals by number, and the bytes between them.
///
/// As long as it is not laid out as bytes, what is known of the literals need not be found out again.
public struct TemplateText: Sendable, Hashable {
  /// The bytes that are no literals, one stretch behind the other; to be appended to only.
  public var values: [UInt8] = []
  /// The literals in the order they were written in.
  private(set) var literals: [PlacedLiteral] = []
  /// The literals' bytes.
  private var literalBytes = 0

  /// A literal and where it stands among the values.
  struct PlacedLiteral: Sendable, Hashable {
    let number: UInt32
    /// How many of `values` come before it.
    let offset: UInt32
  }

  /// A place in a text that only grows behind it; small, as there may be one for each cell of a long table.
  public struct Position: Sendable, Hashable {
    let values: UInt32
    let literals: UInt32
    let literalBytes: UInt32

    /// How many bytes come before it.
    public var byteOffset: Int { Int(values) + Int(literalBytes) }

    /// A place in a text without literals.
    public init(behindValues count: Int) {
      self.init(values: UInt32(truncatingIfNeeded: count), literals: 0, literalBytes: 0)
    }

    init(values: UInt32, literals: UInt32, literalBytes: UInt32) {
      self.values = values
      self.literals = literals
      self.literalBytes = literalBytes
    }

    /// Where the place is after what lies behind `start` was moved behind `end`.
    public func moved(from start: Position, to end: Position) -> Position {
      Position(
        values: values - start.values + end.values, literals: literals - start.literals + end.literals,
        literalBytes: literalBytes - start.literalBytes + end.literalBytes)
    }
  }

  /// An empty text.
  public init() {}

  /// All bytes of the text, the literals' included.
  public var byteCount: Int { literalBytes + values.count }

  /// Where the next bytes go.
  public var end: Position {
    Position(
      values: UInt32(truncatingIfNeeded: values.count), literals: UInt32(truncatingIfNeeded: literals.count),
      literalBytes: UInt32(truncatingIfNeeded: literalBytes))
  }

  /// Makes room for so many literals and so many bytes of values.
  public mutating func reserve(literals literalCount: Int, values valueBytes: Int) {
    literals.reserveCapacity(literalCount)
    values.reserveCapacity(valueBytes)
  }

  /// Appends the literal `number`, which has `count` bytes.
  public mutating func append(literal number: Int, count: Int) {
    literals.append(
      PlacedLiteral(
        number: UInt32(truncatingIfNeeded: number), offset: UInt32(truncatingIfNeeded: values.count)))
    literalBytes += count
  }

  /// Appends a text of the same template.
  public mutating func append(_ text: TemplateText) {
    let shift = UInt32(truncatingIfNeeded: values.count)
    for placed in text.literals {
      literals.append(PlacedLiteral(number: placed.number, offset: placed.offset + shift))
    }
    values += text.values
    literalBytes += text.literalBytes
  }

  /// Appends what stands in a text of the same template between two places.
  public mutating func append(_ text: TemplateText, from start: Position, to end: Position) {
    let before = UInt32(truncatingIfNeeded: values.count)
    for placed in text.literals[Int(start.literals)..<Int(end.literals)] {
      literals.append(PlacedLiteral(number: placed.number, offset: placed.offset - start.values + before))
    }
    values += text.values[Int(start.values)..<Int(end.values)]
    literalBytes += Int(end.literalBytes - start.literalBytes)
  }

  /// Where the text begins.
  public static let start = Position(values: 0, literals: 0, literalBytes: 0)

  /// Puts bytes where something was written earlier.
  public mutating func insert(_ bytes: [UInt8], at position: Position) {
    values.insert(contentsOf: bytes, at: Int(position.values))
    for index in Int(position.literals)..<literals.count {
      let placed = literals[index]
      literals[index] = PlacedLiteral(
        number: placed.number, offset: placed.offset + UInt32(truncatingIfNeeded: bytes.count))
    }
  }

  /// Takes back the literal written last, if nothing was written behind it, and returns its number.
  ///
  /// - Parameter counts: how many bytes a literal has.
  public mutating func removeLastLiteral(counts: (Int) -> Int) -> Int? {
    guard let last = literals.last, Int(last.offset) == values.count else { return nil }
    literals.removeLast()
    literalBytes -= counts(Int(last.number))
    return Int(last.number)
  }

  /// Takes back what was written behind `position`.
  public mutating func remove(from position: Position) {
    values.removeSubrange(Int(position.values)...)
    literals.removeSubrange(Int(position.literals)...)
    literalBytes = Int(position.literalBytes)
  }

  /// Takes out what was written behind `position`.
  public mutating func cut(from position: Position) -> TemplateText {
    var cut = TemplateText()
    cut.values = Array(values[Int(position.values)...])
    let shift = position.values
    cut.literals = literals[Int(position.literals)...].map {
      PlacedLiteral(number: $0.number, offset: $0.offset - shift)
    }
    cut.literalBytes = literalBytes - Int(position.literalBytes)
    remove(from: position)
    return cut
  }

  /// The whole text, its literals taken from `blob`, where literal `n` lies at `ranges[n]`.
  public func bytes(_ blob: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    var written = 0
    for placed in literals {
      let offset = Int(placed.offset)
      if offset > written { bytes += values[written..<offset] }
      written = offset
      bytes += blob[ranges[Int(placed.number)]]
    }
    if written < values.count { bytes += values[written...] }
    return bytes
  }
}
