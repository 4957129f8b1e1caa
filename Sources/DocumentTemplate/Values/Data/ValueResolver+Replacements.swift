import TemplateLanguage

extension ValueResolver {
  mutating func replacements(in data: Mapping) -> [FileReplacement] {
    let key = DocumentValues.replacementsKey
    switch data[key] {
    case nil, .some(.none): return []
    case .mapping(let mapping):
      return within(key) { resolver in
        var made: [FileReplacement] = []
        for name in mapping.keys.map(\.printed) {
          guard let file = resolver.text(mapping, name, required: true),
            let bytes = resolver.within(name, { $0.file(file) })
          else { continue }
          made.append(FileReplacement(name, orLike: try? resolver.loadFile(name), with: bytes))
        }
        return made
      }
    default:
      within(key) {
        $0.report(.wrongValue(key, wanted: ("名称到文件的映射", "a mapping of names to files")))
      }
      return []
    }
  }
}
