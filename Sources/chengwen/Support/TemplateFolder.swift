import OfficeDocument
import TemplateLanguage

/// A folder of templates that others may include and import; nothing outside of it can be named.
enum TemplateFolder {
  static func loader(_ path: String) -> TemplateLoader {
    let folder = DataFolder(path: path)
    return TemplateLoader { name in
      guard folder.holds(name) else { throw ValueError(.templateElsewhere(name)) }
      guard folder.contains(name) else { return nil }
      do {
        return try folder.read(name)
      } catch let error as OfficeError {
        throw ValueError(error.message)
      }
    }
  }
}
