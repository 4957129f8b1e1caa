public import DataFiles
import Diagnostics

extension FormDefinition {
  /// Reads the definition of an edition, and of those it extends.
  ///
  /// - Parameters:
  ///   - edition: the edition's name.
  ///   - load: gives the bytes of a file such as `2021/form.yaml`; nil if there is none.
  /// - Throws: everything wrong with the definition in one go: syntax, unknown and missing keys, ids that are not
  ///   unique, sums and rules that name what there is not.
  public static func read(edition: String, load: (String) -> [UInt8]?) throws(DataErrors) -> FormDefinition {
    try read(edition: edition, load: load, extendedBy: []).definition
  }

  private static func read(
    edition: String, load: (String) -> [UInt8]?, extendedBy chain: [String]
  ) throws(DataErrors) -> (definition: FormDefinition, node: DataNode) {
    let path = "\(edition)/form.yaml"
    guard let bytes = load(path) else {
      throw DataErrors([Diagnostic(.error, .definitionMissing(edition), at: Place(file: path))])
    }
    var node = try DataFile.read(bytes, name: path, format: .yaml)
    if let extended = node["extends"] {
      guard let name = extended.text, name != edition, !chain.contains(name) else {
        let place = Place(file: path, .line(extended.position.line, column: extended.position.column))
        throw DataErrors([Diagnostic(.error, .extendsItself, at: place)])
      }
      let base = try read(edition: name, load: load, extendedBy: chain + [edition]).node
      node = FormOverlay.apply(node, to: FormOverlay.withoutPositions(base))
    }
    var reader = DefinitionReader(file: path)
    guard let definition = reader.read(node, edition: edition), !reader.nodes.hasErrors else {
      throw DataErrors(reader.nodes.inOrder)
    }
    return (definition, node)
  }
}
