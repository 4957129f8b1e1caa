import Diagnostics
public import TemplateLanguage

extension FormDefinition {
  /// The JSON Schema (draft 2020-12) of report files on this form and edition, with which editors complete and check
  /// them as they are written.
  ///
  /// It says no more than the reader: what it refuses, the reader refuses too. Labels are the descriptions.
  public var reportSchema: Value {
    var schema = Mapping()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$id"] = .string("urn:chengwen:\(form):\(edition)")
    schema["title"] = .string("\(titlePattern)，\(name.chinese)（\(basis)）")
    ReportSchema(self).addRoot(to: &schema)
    return .mapping(schema)
  }
}

/// Builds the schema of a form's report files.
struct ReportSchema {
  private let definition: FormDefinition

  init(_ definition: FormDefinition) {
    self.definition = definition
  }

  func addRoot(to schema: inout Mapping) {
    let edition = definition.edition
    let signer: [(String, Value)] = [
      ("head_title", described(line, "签发人职务，如 乡长")), ("seal", described(line, "公章图片")),
      ("stamp", described(line, "签名章图片")),
    ]
    let root = object(
      [
        ("form", described(["const": .string(definition.form)], "表的种类")),
        (
          "edition",
          described(["enum": .list([.string(edition)] + (Int(edition).map { [.int($0)] } ?? []))], "版本")
        ),
        ("agency", described(line, "发文机关全称，也是落款")),
        ("year", described(["type": "integer", "minimum": 1900, "maximum": 2999], "报告年度")),
        (
          "title",
          described(
            [
              "anyOf": .list([.mapping(line), ["type": "array", "items": .mapping(line)], ["type": "null"]])
            ],
            "标题；不写则由机关和年度组成")
        ),
        (
          "date",
          described(["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"], "成文日期，如 2022-01-07")
        ),
        ("opening", described(reference("paragraphs"), "标题与第一部分之间的文字")),
        ("sections", sections),
        ("tables", tables),
        ("signature", signature(signer)),
        ("layout", layout),
        ("accept", accept),
      ],
      required: ["form", "edition", "agency", "year", "date", "opening", "sections", "tables"])
    for (key, value) in root { schema[key] = value }
    schema["$defs"] = .mapping(definitions)
  }

  // MARK: Shared parts

  private var line: Mapping { ["type": "string", "minLength": 1, "pattern": "^[^\\n\\r]*$"] }

  private var definitions: Mapping {
    let greatest = ReportReader.greatestCount
    var definitions: Mapping = [
      "paragraphs": [
        "anyOf": [
          ["type": "array", "items": ["type": "string", "minLength": 1]], ["type": "string", "minLength": 1],
        ]
      ],
      "count": ["type": "integer", "minimum": 0, "maximum": .int(greatest)],
      "amount": [
        "anyOf": [
          ["type": "number", "minimum": 0],
          ["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$", "maxLength": 30],
        ]
      ],
      "change": [
        "anyOf": [
          ["type": "integer", "minimum": .int(-greatest), "maximum": .int(greatest)],
          ["type": "string", "pattern": "^[+\u{2212}-]?[0-9]+$"],
        ]
      ],
    ]
    for table in definition.tables {
      for block in table.blocks where !block.isSingle {
        definitions["\(table.id).\(block.id)"] = row(block)
      }
    }
    return definitions
  }

  private func reference(_ name: String) -> Mapping { ["$ref": .string("#/$defs/\(name)")] }

  private func described(_ schema: Mapping, _ words: String) -> Value {
    var schema = schema
    schema["description"] = .string(words)
    return .mapping(schema)
  }

  private func object(_ properties: [(String, Value)], required: [String]) -> Mapping {
    [
      "type": "object", "additionalProperties": false, "required": .list(required.map { .string($0) }),
      "properties": .mapping(Mapping(properties)),
    ]
  }

  // MARK: Sections and tables

  private var sections: Value {
    let prose = definition.proseSections
    return .mapping(
      object(
        prose.map { ($0.id, described(reference("paragraphs"), $0.heading)) }, required: prose.map(\.id)))
  }

  private var tables: Value {
    let tables = definition.tables.map { table in
      let heading = definition.sections.first { $0.table == table.id }?.heading ?? table.id
      let rows = table.blocks.flatMap { block in DefinitionReader.named(block.rows).map { ($0, block) } }
      return (table.id, described(group(rows, in: table), heading))
    }
    return .mapping(object(tables, required: definition.tables.map(\.id)))
  }

  private func group(_ rows: [(row: FormRow, block: FormBlock)], in table: FormTable) -> Mapping {
    object(
      rows.compactMap { row, block in
        guard let id = row.id else { return nil }
        let words = row.label + (row.note.map { "；\($0)" } ?? "")
        if !row.children.isEmpty {
          return (
            id, described(group(DefinitionReader.named(row.children).map { ($0, block) }, in: table), words)
          )
        }
        guard block.isSingle, let column = block.figureColumns.first else {
          return (id, described(reference("\(table.id).\(block.id)"), words))
        }
        return (id, described(reference(column.kind.rawValue), "\(words)：\(column.label)"))
      },
      required: rows.compactMap(\.row.id))
  }

  /// A row: a list of all figures, or without those that are sums, or a mapping.
  private func row(_ block: FormBlock) -> Value {
    let columns = block.figureColumns
    let own = columns.filter(\.summands.isEmpty)
    var shapes = [list(columns)]
    if own.count < columns.count { shapes.append(list(own)) }
    shapes.append(
      .mapping(
        object(
          columns.compactMap { column in
            column.id.map { ($0, described(reference(column.kind.rawValue), column.label)) }
          }, required: own.compactMap(\.id))))
    return ["anyOf": .list(shapes)]
  }

  private func list(_ columns: [FormColumn]) -> Value {
    [
      "type": "array", "description": .string(columns.map(\.label).joined(separator: "、")),
      "prefixItems": .list(columns.map { .mapping(reference($0.kind.rawValue)) }), "items": false,
      "minItems": .int(columns.count),
    ]
  }

  // MARK: End of the report

  private func signature(_ signer: [(String, Value)]) -> Value {
    let modes = Report.Signature.Mode.allCases.map { Value.string($0.rawValue) }
    var parts: [(String, Value)] = [
      ("mode", described(["enum": .list(modes)], "落款：seal 盖公章，plain 不盖章，stamp 签名章"))
    ]
    parts += signer
    let agency = object([("name", described(line, "机关全称"))] + signer, required: ["name"])
    parts += [
      (
        "agencies",
        described(
          ["type": "array", "items": ["anyOf": .list([.mapping(line), .mapping(agency)])]], "联合行文的各机关")
      ),
      ("hand_signature", described(["anyOf": [["type": "boolean"], .mapping(line)]], "负责人签字一行")),
      ("guide", described(["type": "boolean"], "草稿上是否用虚线圈出盖章的地方")),
      ("seal_diameter", described(["type": "integer"], "公章直径，毫米")),
      ("stamp_width", described(["type": "integer"], "签名章宽，毫米")),
      ("stamp_height", described(["type": "integer"], "签名章高，毫米")),
    ]
    return described(object(parts, required: []), "落款")
  }

  private var layout: Value {
    let orientations = Report.Orientation.allCases.map { Value.string($0.rawValue) }
    let tables = definition.turnableTables.map { table in
      (table.id, described(["enum": .list(orientations)], "portrait 竖排，landscape 横排，单独成页"))
    }
    return described(object(tables, required: []), "版面")
  }

  private var accept: Value {
    let one = object(
      [
        ("rule", described(line, "规则，如 carry-over")),
        ("cell", described(line, "只接受这一格的，如 applications.new.total")),
        ("because", described(line, "理由")),
      ], required: ["rule", "because"])
    return described(
      ["anyOf": .list([.mapping(one), ["type": "array", "items": .mapping(one)], ["type": "null"]])],
      "检查发现的问题中可以接受的，要写明理由")
  }
}
