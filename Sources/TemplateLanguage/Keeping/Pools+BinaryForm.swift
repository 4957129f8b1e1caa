import BinaryForms

extension Pools {
  func write(to writer: inout BinaryWriter) {
    writer.list(constants) { $1.write(to: &$0) }
    writer.list(members) { $1.write(to: &$0) }
    writer.list(paths) { $1.write(to: &$0) }
    writer.list(natives) {
      $0.write(case: $1.kind)
      $0.write($1.name)
    }
    writer.list(shapes) { $1.write(to: &$0) }
  }

  /// - Throws: `BinaryFormError` also for a filter, test or function that `environment` doesn't have.
  init(from reader: inout BinaryReader, _ environment: Environment) throws(BinaryFormError) {
    constants = try reader.list(Value.init(from:))
    members = try reader.list(MemberName.init(from:))
    paths = try reader.list(DataPath.init(from:))
    for (number, path) in paths.enumerated() {
      guard path.parent >= -1, path.parent < number, path.hint >= 0 else { throw BinaryFormError() }
      pathHintCount = max(pathHintCount, Int(path.hint) + 1)
    }
    natives = try reader.list { reader throws(BinaryFormError) in
      let kind: Native.Kind = try reader.oneCase()
      let name = try reader.string()
      let function =
        switch kind {
        case .filter: environment.filter(name)
        case .test: environment.test(name)
        case .global: environment.global(name)
        }
      guard let function else { throw BinaryFormError() }
      return Native(kind: kind, name: name, function: function)
    }
    shapes = try reader.list(CallShape.init(from:))
  }
}

extension MemberName {
  func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(text)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(name: try reader.string(), text: try reader.string())
  }
}

extension DataPath {
  func write(to writer: inout BinaryWriter) {
    writer.write(Int(parent))
    key.write(to: &writer)
    writer.write(isItem)
    writer.write(text)
    writer.write(Int(hint))
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      parent: try reader.int32(), key: try Value(from: &reader), isItem: try reader.bool(),
      text: try reader.string(), hint: try reader.int32())
  }
}

extension CallShape {
  func write(to writer: inout BinaryWriter) {
    writer.write(positional)
    writer.list(names) { $0.write($1) }
    writer.write(hasSpread)
    writer.write(hasNamedSpread)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      positional: try reader.int(), names: try reader.strings(), hasSpread: try reader.bool(),
      hasNamedSpread: try reader.bool())
  }
}
