import OfficeDocument
import Synchronization
import XMLTree

/// The space that a template's pages leave for text, found out when the first value asks for it.
final class PageSpace: Sendable {
  private let package: OfficePackage
  private let known = Mutex<Space?>(nil)

  init(of package: OfficePackage) {
    self.package = package
  }

  /// The space of the last section's pages, or of the first master page's; A4 with margins of 2.5 cm where the
  /// template doesn't say.
  var space: Space {
    known.withLock { known in
      let read = known ?? read() ?? Space(width: 160 * 36_000, height: 247 * 36_000)
      known = read
      return read
    }
  }

  private func read() -> Space? {
    switch package.format {
    case .docx:
      guard let main = (try? package.relationships(of: ""))?.of(.officeDocument).first?.partName,
        let section = tree(main)?.root.firstElement(W.body)?.firstElement(W.sectPr)
      else { return nil }
      return WordSpace.page(section)
    case .odt:
      guard let root = tree("styles.xml")?.root,
        let page = root.firstElement(ODFOffice.masterStyles)?.elements
          .first(where: { $0.localName == "master-page" }),
        let name = page.attribute(Name(Namespace.style, "page-layout-name")),
        let layout = root.firstElement(ODFOffice.automaticStyles)?.elements
          .first(where: { $0.localName == "page-layout" && $0.attribute(ODFStyle.name) == name })
      else { return nil }
      return OpenDocumentSpace.page(layout)
    }
  }

  private func tree(_ entry: String) -> XMLTree? {
    guard let bytes = try? package.bytes(of: entry) else { return nil }
    return try? OfficePackage.parse(bytes, of: entry)
  }
}
