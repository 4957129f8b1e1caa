package import BinaryForms

extension Value {
  private enum Kind: CaseIterable {
    case undefined, none, no, yes, int, bigInt, decimal, string, list, mapping, date
  }

  /// Constants of a template only; there is no object among them.
  package func write(to writer: inout BinaryWriter) {
    switch self {
    case .undefined(let name):
      writer.write(case: Kind.undefined)
      writer.write(name)
    case .none, .object: writer.write(case: Kind.none)
    case .bool(let flag): writer.write(case: flag ? Kind.yes : .no)
    case .int(let number):
      writer.write(case: Kind.int)
      writer.write(number)
    case .bigInt(let number):
      writer.write(case: Kind.bigInt)
      number.write(to: &writer)
    case .decimal(let number):
      writer.write(case: Kind.decimal)
      number.coefficient.write(to: &writer)
      writer.write(number.scale)
    case .string(let text):
      writer.write(case: Kind.string)
      writer.write(text)
    case .list(let elements):
      writer.write(case: Kind.list)
      writer.list(elements) { $1.write(to: &$0) }
    case .mapping(let mapping):
      writer.write(case: Kind.mapping)
      writer.list(mapping.keys) { $1.write(to: &$0) }
      writer.list(mapping.values) { $1.write(to: &$0) }
    case .date(let date):
      writer.write(case: Kind.date)
      for number in [date.year, date.month, date.day] { writer.write(number) }
      writer.optional(date.secondOfDay) { $0.write($1) }
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    try reader.enter()
    defer { reader.leave() }
    switch try reader.oneCase() as Kind {
    case .undefined: self = .undefined(name: try reader.string())
    case .none: self = .none
    case .no: self = .bool(false)
    case .yes: self = .bool(true)
    case .int: self = .int(try reader.int())
    case .bigInt: self = .bigInt(try BigInt(from: &reader))
    case .decimal:
      let coefficient = try BigInt(from: &reader)
      self = .decimal(Decimal(coefficient: coefficient, scale: try reader.int()))
    case .string: self = .string(try reader.string())
    case .list: self = .list(try reader.list(Value.init(from:)))
    case .mapping:
      let keys = try reader.list(Value.init(from:))
      self = .mapping(Mapping(pairs: zip(keys, try reader.list(Value.init(from:)))))
    case .date:
      let (year, month, day) = (try reader.int(), try reader.int(), try reader.int())
      let second = try reader.optionalInt()
      guard let date = DateValue(year: year, month: month, day: day, secondOfDay: second) else {
        throw BinaryFormError()
      }
      self = .date(date)
    }
  }
}

extension BigInt {
  package func write(to writer: inout BinaryWriter) {
    writer.write(isNegative)
    writer.list(magnitudeWords.words) { $0.write(Int(bitPattern: $1)) }
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    let isNegative = try reader.bool()
    let words = try reader.list { reader throws(BinaryFormError) in UInt(bitPattern: try reader.int()) }
    self.init(Magnitude(words: words), isNegative: isNegative)
  }
}
