public import DataFiles
public import Diagnostics

extension Report {
  /// Reads a report from a data file's tree.
  ///
  /// - Parameters:
  ///   - node: the data file's root.
  ///   - file: the file's name, for messages.
  ///   - definition: the form and edition that the report must be on.
  /// - Returns: the report, unless something is wrong with it; and everything that is.
  public static func read(
    _ node: DataNode, file: String?, definition: FormDefinition
  ) -> (Report?, [Diagnostic]) {
    var reader = ReportReader(file: file, definition: definition)
    let report = reader.read(node)
    return (reader.nodes.hasErrors ? nil : report, reader.nodes.inOrder)
  }

  /// Reads a report from a data file, on the edition that the file names.
  ///
  /// - Throws: everything that is wrong with the file.
  public static func read(
    _ bytes: [UInt8], name: String, format: DataFormat? = nil, forms: FormLibrary
  ) throws(DataErrors) -> Report {
    let node = try DataFile.read(bytes, name: name, format: format)
    let definition = try definition(for: node, file: name, forms: forms)
    let (report, diagnostics) = read(node, file: name, definition: definition)
    guard let report else { throw DataErrors(diagnostics) }
    return report
  }

  private static func definition(
    for node: DataNode, file: String, forms: FormLibrary
  ) throws(DataErrors) -> FormDefinition {
    var reader = NodeReader(file: file)
    if node.entries == nil {
      reader.report(.mappingExpected(""), at: node.position)
    } else if let edition = node["edition"] {
      if let name = edition.editionName, forms.editions.contains(name) { return try forms.definition(name) }
      reader.report(.unknownEdition(edition.editionName ?? "?", known: forms.editions), at: edition.position)
    } else {
      reader.report(.missing("edition"), at: node.position)
    }
    throw DataErrors(reader.diagnostics)
  }
}

extension DataNode {
  /// An edition's name, with or without quotation marks.
  var editionName: String? {
    switch scalar {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }
}
