import BinaryForms

extension CellDesigns {
  func write(to writer: inout BinaryWriter) {
    writer.write(case: format)
    writer.list(tables) { $1.write(to: &$0) }
    writer.list(rows) { $1.write(to: &$0) }
    writer.list(cells) { $1.write(to: &$0) }
    writer.list(styles) { $1.write(to: &$0) }
    writer.list(statements) { $0.write(case: $1) }
    writer.write(loopCount)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      format: try reader.oneCase(), tables: try reader.list(TableDesign.init(from:)),
      rows: try reader.list(RowDesign.init(from:)),
      cells: try reader.list(CellDesign.init(from:)), styles: try reader.list(CellStyle.init(from:)),
      statements: try reader.list { reader throws(BinaryFormError) in try reader.oneCase() },
      loopCount: try reader.int())
  }
}

extension TableDesign {
  func write(to writer: inout BinaryWriter) {
    writer.optional(widths) { $0.list($1) { $0.write($1) } }
    writer.write(columnCount)
    writer.write(isDynamic)
    writer.write(hasColumnBlocks)
    writer.write(columns)
    writer.write(prefix)
    writer.write(isRelative)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      widths: try reader.optional { reader throws(BinaryFormError) in
        try reader.ints()
      },
      columnCount: try reader.int(), isDynamic: try reader.bool(), hasColumnBlocks: try reader.bool(),
      columns: try reader.stretch(), prefix: try reader.string(), isRelative: try reader.bool())
  }
}

extension RowDesign {
  func write(to writer: inout BinaryWriter) {
    writer.write(before)
    writer.write(hasProperties)
    writer.write(isDynamic)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(before: try reader.int(), hasProperties: try reader.bool(), isDynamic: try reader.bool())
  }
}

extension CellDesign {
  func write(to writer: inout BinaryWriter) {
    writer.write(columns)
    writer.write(isRepeated)
    writer.write(case: merge)
    writer.write(keepsContent)
    writer.write(width)
    writer.write(case: widthType)
    writer.write(shading)
    writer.write(emptyContent)
    writer.optional(style) { $0.write($1) }
    writer.optional(styleName) { $0.write($1) }
    writer.write(prefix)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      columns: try reader.range(), isRepeated: try reader.bool(), merge: try reader.oneCase(),
      keepsContent: try reader.bool(), width: try reader.stretch(), widthType: try reader.oneCase(),
      shading: try reader.stretch(), emptyContent: try reader.stretch(),
      style: try reader.optionalInt(),
      styleName: try reader.optionalString(),
      prefix: try reader.string())
  }
}

extension CellStyle {
  func write(to writer: inout BinaryWriter) {
    for bytes in [beforeName, beforeColor, afterColor] { writer.write(bytes) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      beforeName: try reader.stretch(), beforeColor: try reader.stretch(), afterColor: try reader.stretch())
  }
}
