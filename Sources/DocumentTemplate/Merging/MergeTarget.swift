import OfficeDocument
import Synchronization
import XMLTree

/// What a template has that documents merged into it must not clash with, read when the first one comes.
final class MergeTarget: Sendable {
  struct Contents: Sendable {
    let main: String
    let entries: [SupportingPart: String]
    let styles: WordStyleSheet
    let styleIDs: Set<String>
    /// The greatest number of a list, a list's design or a picture bullet.
    let greatestListID: Int
    /// The greatest number of a note or a comment.
    let greatestNoteIDs: [NoteKind: Int]
  }

  private let package: OfficePackage
  private let known = Mutex<Contents?>(nil)
  private let knownStyles = Mutex<OpenDocumentStyleSheet?>(nil)

  init(of package: OfficePackage) {
    self.package = package
  }

  /// - Throws: `OfficeError` if a part of the template can't be read.
  func contents() throws(OfficeError) -> Contents {
    if let read = known.withLock({ $0 }) { return read }
    let read = try read()
    known.withLock { $0 = read }
    return read
  }

  /// The common styles of an OpenDocument template.
  func openDocumentStyles() throws(OfficeError) -> OpenDocumentStyleSheet {
    if let read = knownStyles.withLock({ $0 }) { return read }
    var styles = OpenDocumentStyleSheet(nil, fonts: [:])
    if package.contains("styles.xml") {
      let root = try OfficePackage.parse(try package.bytes(of: "styles.xml"), of: "styles.xml").root
      styles = OpenDocumentStyleSheet(
        root.firstElement(ODFOffice.styles), fonts: OpenDocumentSource.fonts(in: root))
    }
    let read = styles
    knownStyles.withLock { $0 = read }
    return read
  }

  private func read() throws(OfficeError) -> Contents {
    guard let main = try package.relationships(of: "").of(.officeDocument).first?.partName else {
      throw OfficeError(.noText)
    }
    let entries = try SupportingPart.entries(of: package, main: main)
    var styles = WordStyleSheet()
    var greatestListID = 0
    var greatestNoteIDs: [NoteKind: Int] = [:]
    for (part, entry) in entries {
      let root = try OfficePackage.parse(try package.bytes(of: entry), of: entry).root
      switch part {
      case .styles: styles = WordStyleSheet(root)
      case .numbering: greatestListID = WordLists(root).greatestID
      case .footnotes: greatestNoteIDs[.footnote] = Self.greatestID(root)
      case .endnotes: greatestNoteIDs[.endnote] = Self.greatestID(root)
      case .comments: greatestNoteIDs[.comment] = Self.greatestID(root)
      }
    }
    return Contents(
      main: main, entries: entries, styles: styles, styleIDs: Set(styles.styles.keys.map { $0.lowercased() }),
      greatestListID: greatestListID, greatestNoteIDs: greatestNoteIDs)
  }

  private static func greatestID(_ root: Node) -> Int {
    root.elements.compactMap { $0.attribute(W.id).flatMap { Int($0) } }.max() ?? 0
  }
}
