/// Python's `%` on texts: `'%s 件，共 %.2f 元' % (count, amount)`.
///
/// Lists stand for Python's tuples: their elements fill the places one by one. A text with a single place takes
/// a list of several elements as one value.
enum PercentFormat {
  static func format(_ format: String, _ argument: Value) throws(ValueError) -> String {
    let pieces = try parse(format)
    let places = pieces.reduce(0) { $0 + $1.places }
    var arguments: [Value]
    if case .list(let elements) = argument, !(places == 1 && elements.count > 1) {
      arguments = elements
    } else {
      arguments = [argument]
    }
    if places == 0, case .mapping = argument { arguments = [] }
    return try fill(pieces, arguments: arguments, mapping: argument)
  }

  /// Fills the places from `arguments`, and named ones from a mapping.
  static func fill(
    _ pieces: [Piece], arguments: [Value], mapping: Value
  ) throws(ValueError) -> String {
    var result = ""
    var rest = arguments[...]
    for piece in pieces {
      switch piece {
      case .literal(let text): result += text
      case .place(var place):
        if place.widthIsArgument {
          let width = try size(&rest)
          place.width = abs(width)
          if width < 0 { place.isLeft = true }
        }
        if place.precisionIsArgument { place.precision = max(0, try size(&rest)) }
        let value: Value
        if let key = place.key {
          guard case .mapping(let mapping) = mapping else { throw ValueError(.formatNeedsMapping) }
          guard let found = mapping.lookup(key) else { throw ValueError(.formatKeyMissing(key)) }
          value = found
        } else {
          guard let next = rest.popFirst() else { throw ValueError(.formatArgumentsMissing) }
          value = next
        }
        result += try place.text(value)
        guard result.utf8.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
      }
    }
    guard rest.isEmpty else { throw ValueError(.formatArgumentsLeft) }
    return result
  }

  private static func size(_ rest: inout ArraySlice<Value>) throws(ValueError) -> Int {
    guard let next = rest.popFirst() else { throw ValueError(.formatArgumentsMissing) }
    guard let size = next.integer?.small, abs(size) <= ValueLimits.width else {
      throw ValueError(.formatWidth)
    }
    return size
  }
}

extension PercentFormat {
  enum Piece {
    case literal(String)
    case place(Place)

    /// How many values it takes from the list.
    var places: Int {
      guard case .place(let place) = self else { return 0 }
      return (place.key == nil ? 1 : 0) + (place.widthIsArgument ? 1 : 0)
        + (place.precisionIsArgument ? 1 : 0)
    }
  }

  static func parse(_ format: String) throws(ValueError) -> [Piece] {
    let bytes = Array(format.utf8)
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "%") {
        literal.append(UInt8(ascii: "%"))
        index += 1
        continue
      }
      pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
      literal.removeAll()
      pieces.append(.place(try Place(bytes, &index)))
    }
    pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
    return pieces
  }
}
