import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

/// What a template is found to be, as machines read it.
enum InspectionJSON {
  /// A JSON object: `file`, `format`, `tags` (each with `text`, `kind`, `place`), `names`, and `data`: fields with
  /// `name`, `kind`, `required`, `uses` (each with `place`, `tag`), `fields` and `items`.
  static func text(_ template: DocumentTemplate, file: String, _ language: Language) -> String {
    let tags = template.tags.map { tag in
      Value.mapping([
        "text": .string(tag.text), "kind": .string(tag.kind.rawValue),
        "place": .string(tag.spot.text(in: language)),
      ])
    }
    let object: Mapping = [
      "file": .string(file), "format": .string(template.format.rawValue), "tags": .list(tags),
      "names": .list(template.names.map { .string($0) }),
      "data": .list(template.data.map { .mapping(field($0, language)) }),
    ]
    return Value.mapping(object).json() ?? ""
  }

  private static func field(_ field: DataField, _ language: Language) -> Mapping {
    let uses = field.uses.map { use in
      Value.mapping(["place": .string(use.spot.text(in: language)), "tag": .string(use.tag)])
    }
    return [
      "name": .string(field.name), "kind": .string(field.kind.rawValue), "required": .bool(field.isRequired),
      "uses": .list(uses),
      "fields": .list(field.fields.map { .mapping(self.field($0, language)) }),
      "items": .list(field.items.map { .mapping(self.field($0, language)) }),
    ]
  }
}
