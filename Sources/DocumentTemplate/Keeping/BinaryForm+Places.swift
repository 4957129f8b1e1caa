package import BinaryForms
package import Diagnostics
package import TemplateLanguage

extension TagSource {
  func write(to writer: inout BinaryWriter) {
    tag.write(to: &writer)
    spot.write(to: &writer)
    writer.write(paragraph)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(
      tag: try ScannedTag(from: &reader), spot: try DocumentSpot(from: &reader),
      paragraph: try reader.string())
    // What is said of a tag is taken from its paragraph.
    guard tag.range.lowerBound >= 0, tag.range.upperBound <= paragraph.utf8.count else {
      throw BinaryFormError()
    }
  }
}

extension ScannedTag {
  private enum Form: CaseIterable { case output, statement, comment, escape, raw }

  package func write(to writer: inout BinaryWriter) {
    switch kind {
    case .output: writer.write(case: Form.output)
    case .statement: writer.write(case: Form.statement)
    case .comment: writer.write(case: Form.comment)
    case .raw: writer.write(case: Form.raw)
    case .escape(let text):
      writer.write(case: Form.escape)
      writer.write(text)
    }
    writer.optional(carrier) { $0.write(case: $1) }
    writer.write(range)
    writer.write(body)
    writer.write(trimsBefore)
    writer.write(trimsAfter)
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    let kind: Kind =
      switch try reader.oneCase() as Form {
      case .output: .output
      case .statement: .statement
      case .comment: .comment
      case .raw: .raw
      case .escape: .escape(try reader.string())
      }
    self.init(
      kind: kind,
      carrier: try reader.optional { reader throws(BinaryFormError) in try reader.oneCase() },
      range: try reader.range(), body: try reader.range(), trimsBefore: try reader.bool(),
      trimsAfter: try reader.bool())
  }
}

extension DocumentSpot {
  package func write(to writer: inout BinaryWriter) {
    part.write(to: &writer)
    writer.list(steps) { $1.write(to: &$0) }
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(part: try DocumentPart(from: &reader), steps: try reader.list(Step.init(from:)))
  }
}

extension DocumentSpot.Step {
  private enum Form: CaseIterable { case paragraph, table, row, cell, textBox, note }

  package func write(to writer: inout BinaryWriter) {
    let (form, number) =
      switch self {
      case .paragraph(let number): (Form.paragraph, number)
      case .table(let number): (Form.table, number)
      case .row(let number): (Form.row, number)
      case .cell(let number): (Form.cell, number)
      case .textBox(let number): (Form.textBox, number)
      case .note(let number): (Form.note, number)
      }
    writer.write(case: form)
    writer.write(number)
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    let form: Form = try reader.oneCase()
    let number = try reader.int()
    self =
      switch form {
      case .paragraph: .paragraph(number)
      case .table: .table(number)
      case .row: .row(number)
      case .cell: .cell(number)
      case .textBox: .textBox(number)
      case .note: .note(number)
      }
  }
}

extension DocumentPart {
  private enum Form: CaseIterable {
    case body, header, footer, footnotes, endnotes, comments, properties, chart, diagram, other
  }

  package func write(to writer: inout BinaryWriter) {
    switch self {
    case .body: writer.write(case: Form.body)
    case .footnotes: writer.write(case: Form.footnotes)
    case .endnotes: writer.write(case: Form.endnotes)
    case .comments: writer.write(case: Form.comments)
    case .header(let scope):
      writer.write(case: Form.header)
      scope.write(to: &writer)
    case .footer(let scope):
      writer.write(case: Form.footer)
      scope.write(to: &writer)
    case .properties(let name):
      writer.write(case: Form.properties)
      writer.write(name)
    case .chart(let number):
      writer.write(case: Form.chart)
      writer.write(number)
    case .diagram(let number):
      writer.write(case: Form.diagram)
      writer.write(number)
    case .other(let name):
      writer.write(case: Form.other)
      writer.write(name)
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .body: .body
      case .footnotes: .footnotes
      case .endnotes: .endnotes
      case .comments: .comments
      case .header: .header(try PageScope(from: &reader))
      case .footer: .footer(try PageScope(from: &reader))
      case .properties: .properties(try reader.string())
      case .chart: .chart(try reader.int())
      case .diagram: .diagram(try reader.int())
      case .other: .other(try reader.string())
      }
  }
}

extension PageScope {
  private enum Form: CaseIterable { case section, pageStyle, number }

  package func write(to writer: inout BinaryWriter) {
    switch owner {
    case .section(let number):
      writer.write(case: Form.section)
      writer.write(number)
    case .pageStyle(let name):
      writer.write(case: Form.pageStyle)
      writer.write(name)
    case .number(let number):
      writer.write(case: Form.number)
      writer.write(number)
    }
    writer.write(case: pages)
  }

  package init(from reader: inout BinaryReader) throws(BinaryFormError) {
    let owner: Owner =
      switch try reader.oneCase() as Form {
      case .section: .section(try reader.int())
      case .pageStyle: .pageStyle(try reader.string())
      case .number: .number(try reader.int())
      }
    self.init(owner, try reader.oneCase())
  }
}
