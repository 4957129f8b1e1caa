package import BinaryForms

extension DataReference {
  package func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(case: kind)
    writer.list(members) { $1.write(to: &$0) }
    writer.list(items) { $1.write(to: &$0) }
    writer.write(hints.rawValue)
    writer.optional(requiredBy) { $0.write($1) }
    for tags in [uses, guardedUses] { writer.list(tags) { $0.write($1) } }
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    try reader.enter()
    defer { reader.leave() }
    self.init(
      name: try reader.string(), kind: try reader.oneCase(),
      members: try reader.list(DataReference.init(from:)),
      items: try reader.list(DataReference.init(from:)), hints: DataHints(rawValue: try reader.int()),
      requiredBy: try reader.optionalInt(),
      uses: try reader.ints(), guardedUses: try reader.ints())
  }
}
