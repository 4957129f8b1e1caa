import BinaryForms

extension Code {
  func write(to writer: inout BinaryWriter) {
    writer.list(instructions) { $1.write(to: &$0) }
    writer.list(placeOfInstruction) { $0.write(Int($1)) }
    writer.list(recoveries) { $0.write(Int($1)) }
    writer.list(places) { $1.write(to: &$0) }
    pools.write(to: &writer)
    writer.list(functions) { $1.write(to: &$0) }
    writer.list(loops) { $0.write($1.text) }
    writer.list(names) { $0.write($1) }
    writer.list(ownNames) { $0.write($1) }
    writer.list(references) { $1.write(to: &$0) }
    writer.list(exports) {
      $0.write($1.name)
      $0.write(Int($1.slot))
    }
  }

  convenience init(from reader: inout BinaryReader, _ environment: Environment) throws(BinaryFormError) {
    self.init(
      instructions: try reader.list(Instruction.init(from:)), placeOfInstruction: try reader.numbers(),
      recoveries: try reader.numbers(), places: try reader.list(SourcePlace.init(from:)),
      pools: try Pools(from: &reader, environment), functions: try reader.list(Function.init(from:)),
      loops: try reader.strings().map { LoopHeader(text: $0) }, environment: environment,
      names: try reader.strings(), ownNames: try reader.strings(),
      references: try reader.list(DataReference.init(from:)),
      exports: try reader.list { reader throws(BinaryFormError) in
        (name: try reader.string(), slot: try reader.int32())
      })
  }
}

extension BinaryReader {
  fileprivate mutating func numbers() throws(BinaryFormError) -> [Int32] {
    try list { reader throws(BinaryFormError) in try reader.int32() }
  }
}

extension Instruction {
  func write(to writer: inout BinaryWriter) {
    writer.write(operation.rawValue)
    for operand in [a, b, c] { writer.write(Int(operand)) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    guard let operation = Operation(rawValue: try reader.byte()) else { throw BinaryFormError() }
    self.init(operation, try reader.int32(), try reader.int32(), try reader.int32())
  }
}

extension SourcePlace {
  func write(to writer: inout BinaryWriter) {
    writer.write(origin)
    writer.write(range)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(origin: try reader.int(), range: try reader.range())
  }
}

extension Function {
  func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(case: kind)
    writer.write(Int(entry))
    writer.write(Int(slotCount))
    writer.list(parameters) { $0.write($1) }
    writer.write(required)
    for slot in [varargs, kwargs, caller] { writer.write(Int(slot)) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      name: try reader.string(), kind: try reader.oneCase(), entry: try reader.int32(),
      slotCount: try reader.int32(), parameters: try reader.strings(), required: try reader.int(),
      varargs: try reader.int32(), kwargs: try reader.int32(), caller: try reader.int32())
  }
}
