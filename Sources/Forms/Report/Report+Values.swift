import DataFiles
public import TemplateLanguage

extension Report {
  /// The report as templates see it.
  ///
  /// `title`, `agency`, `year`, `date`, `edition`, `opening` (a list), `sections` (by id, lists of paragraphs),
  /// `signature.mode`, and each table under its id, nested as in the data file: `applications.new.natural`,
  /// `disclosure.licences`.
  public var values: Mapping {
    var values = Mapping()
    values["form"] = .string(definition.form)
    values["edition"] = .string(definition.edition)
    values["agency"] = .string(agency)
    values["year"] = .int(year)
    values["title"] = .string(title)
    values["date"] = Scalar.date(date).value
    values["opening"] = .list(opening.map(Value.string))
    var texts = Mapping()
    for section in definition.proseSections {
      texts[section.id] = .list((sections[section.id] ?? []).map(Value.string))
    }
    values["sections"] = .mapping(texts)
    for table in definition.tables { values[table.id] = .mapping(mapping(of: table)) }
    values["signature"] = .mapping(Mapping([("mode", .string(signature.mode.rawValue))]))
    return values
  }

  private func mapping(of table: FormTable) -> Mapping {
    var mapping = Mapping()
    for block in table.blocks { add(block.rows, of: block, to: &mapping, path: table.id) }
    return mapping
  }

  private func add(_ rows: [FormRow], of block: FormBlock, to mapping: inout Mapping, path: String) {
    for row in rows {
      guard let id = row.id else {
        add(row.children, of: block, to: &mapping, path: path)
        continue
      }
      let rowPath = "\(path).\(id)"
      if row.children.isEmpty {
        mapping[id] = value(ofRow: rowPath, in: block)
      } else {
        var group = Mapping()
        add(row.children, of: block, to: &group, path: rowPath)
        mapping[id] = .mapping(group)
      }
    }
  }

  private func value(ofRow path: String, in block: FormBlock) -> Value {
    if block.isSingle { return (self[path] ?? .blank).value }
    var mapping = Mapping()
    for column in block.figureColumns {
      guard let id = column.id else { continue }
      mapping[id] = (self["\(path).\(id)"] ?? .blank).value
    }
    return .mapping(mapping)
  }
}
