public import Diagnostics
public import TemplateLanguage

extension DocumentTemplate {
  /// The JSON Schema (draft 2020-12) of the data that the template uses; `Value.json()` makes text of it.
  ///
  /// Each property's description says where it is used, in `language`.
  public func schema(in language: Language) -> Value {
    var schema: Mapping = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(name ?? ""),
    ]
    for (key, value) in DataSchema(language: language).object(data) { schema[key] = value }
    return .mapping(schema)
  }
}

/// Says in JSON Schema what fields are.
struct DataSchema {
  let language: Language

  func object(_ fields: [DataField]) -> Mapping {
    var properties = Mapping()
    for field in fields where field.name != "*" { properties[.string(field.name)] = .mapping(schema(field)) }
    var schema: Mapping = ["type": "object", "properties": .mapping(properties)]
    let required = fields.filter { $0.isRequired && $0.name != "*" }.map { Value.string($0.name) }
    if !required.isEmpty { schema["required"] = .list(required) }
    if let each = fields.first(where: { $0.name == "*" }) {
      schema["additionalProperties"] = .mapping(self.schema(each))
    }
    return schema
  }

  private func schema(_ field: DataField) -> Mapping {
    var schema: Mapping =
      switch field.kind {
      case .list:
        field.items.isEmpty
          ? ["type": "array"]
          : ["type": "array", "items": .mapping(self.schema(field.items[0]))]
      case .mapping: object(field.fields)
      case .text: ["type": ["string", "number"]]
      // Amounts may be quoted, so that no program takes their last zeros away.
      case .number: ["type": ["number", "string"]]
      case .date: ["type": "string", "format": "date"]
      case .boolean: ["type": "boolean"]
      case .picture:
        [
          "type": "object", "properties": [.string(ValueKind.picture.rawValue): ["type": "string"]],
          "required": [.string(ValueKind.picture.rawValue)],
        ]
      // An object is rich text, a link and the like.
      case .value: ["type": ["string", "number", "boolean", "null", "object"]]
      }
    let places = field.uses.map { $0.spot.text(in: language) }
    var seen: Set<String> = []
    let text = places.filter { seen.insert($0).inserted }.joined(separator: language == .chinese ? "；" : "; ")
    if !text.isEmpty, !field.name.isEmpty { schema["description"] = .string(text) }
    return schema
  }
}
