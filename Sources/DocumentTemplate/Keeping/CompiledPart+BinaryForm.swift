import BinaryForms
import OfficeDocument
import TemplateLanguage

extension CompiledPart {
  func write(to writer: inout BinaryWriter) {
    writer.write(entry)
    program.write(to: &writer)
    writer.write(single: blob)
    writer.list(literals) { $0.write($1.count) }
    writer.list(marks) { $1.write(to: &$0) }
    writer.list(sites) { $1.write(to: &$0) }
    writer.list(tags) { $1.write(to: &$0) }
    cells.write(to: &writer)
  }

  /// - Throws: `BinaryFormError` also if `environment` lacks something that the part uses.
  init(from reader: inout BinaryReader, _ environment: Environment) throws(BinaryFormError) {
    let entry = try reader.string()
    let program = try Program(from: &reader, environment)
    let blob = try reader.stretch()
    var end = 0
    let literals = try reader.list { reader throws(BinaryFormError) in
      let count = try reader.int()
      guard count >= 0, count <= blob.count - end else { throw BinaryFormError() }
      defer { end += count }
      return end..<end + count
    }
    self.init(
      entry: entry, program: program, blob: blob, literals: literals,
      marks: try reader.list(Mark.init(from:)),
      sites: try reader.list(Site.init(from:)), tags: try reader.list(TagSource.init(from:)),
      cells: try CellDesigns(from: &reader))
  }
}

extension ChartWorkbook {
  func write(to writer: inout BinaryWriter) {
    writer.write(entry)
    writer.list(charts) { $0.write($1) }
    writer.list(parts) { $1.write(to: &$0) }
    writer.list(rows.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $0.list($1.value.numbers) { $0.write($1) }
      $0.list($1.value.taken.sorted()) { $0.write($1) }
    }
    writer.list(fixed.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $0.write($1.value)
    }
  }

  /// - Parameter package: the package that the workbook lies in.
  init(
    from reader: inout BinaryReader, _ environment: Environment, in package: OfficePackage
  ) throws(BinaryFormError) {
    entry = try reader.string()
    guard let bytes = try? package.bytes(of: entry), let workbook = try? EmbeddedPackage(bytes) else {
      throw BinaryFormError()
    }
    self.workbook = workbook
    charts = try reader.strings()
    parts = try reader.list { reader throws(BinaryFormError) in try CompiledPart(from: &reader, environment) }
    let rows = try reader.list { reader throws(BinaryFormError) in
      let sheet = try reader.string()
      let numbers = try reader.ints()
      let taken = try reader.ints()
      return (sheet, SheetRows(numbers: numbers, taken: Set(taken)))
    }
    self.rows = Dictionary(rows) { first, _ in first }
    let fixed = try reader.list { reader throws(BinaryFormError) in
      (try reader.string(), try reader.stretch())
    }
    self.fixed = Dictionary(fixed) { first, _ in first }
  }
}
