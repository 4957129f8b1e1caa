import OfficeDocument
import TemplateLanguage

/// Takes the markup of one printed value and knows where it goes.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []
  let site: Site
  /// The entry that is being written.
  let entry: String
  let changes: PackageChanges
  /// What is around the value.
  let around: Surroundings

  init(site: Site, around: Surroundings, entry: String, changes: PackageChanges) {
    self.site = site
    self.around = around
    self.entry = entry
    self.changes = changes
  }

  var format: OfficeFormat { site.format }
  /// The prefix of the names: `w:` or `text:`.
  var prefix: String { around.prefix }

  /// How large a picture can be here.
  var space: Space { site.space ?? changes.page.space }

  /// Writes markup.
  mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes markup.
  mutating func write(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Writes text as it stands at `site`.
  mutating func write(text: String, at site: Site) throws(ValueError) {
    try TextEscaper.append(text, at: site, to: &bytes) { changes.name(of: $0, in: entry) }
  }
}
