public import Diagnostics

/// A part of a document that people write in, and what they call it.
public struct WrittenPart: Sendable, Hashable {
  /// How the part is built.
  public enum Content: Sendable, Hashable {
    /// Paragraphs, tables and what holds them.
    case text
    /// Properties: elements that hold plain text.
    case properties
  }

  /// The entry's name in the package.
  public let entry: String
  public let part: DocumentPart
  public let content: Content
}

extension OfficePackage {
  /// The parts that people write in: body, headers, footers, notes, comments and properties, in that order.
  public func writtenParts() throws(OfficeError) -> [WrittenPart] {
    format == .docx ? try wordParts() : openDocumentParts()
  }

  private func wordParts() throws(OfficeError) -> [WrittenPart] {
    let root = try relationships(of: "")
    guard let main = root.of(.officeDocument).first?.partName else { throw OfficeError(.noMainPart) }
    var parts = [WrittenPart(entry: main, part: .body, content: .text)]
    var seen: Set<String> = [main]
    func add(
      _ found: [Relationships.Relationship], _ content: WrittenPart.Content, _ name: (Int) -> DocumentPart
    ) {
      var number = 0
      for relationship in found {
        guard let entry = relationship.partName, contains(entry), seen.insert(entry).inserted else {
          continue
        }
        number += 1
        parts.append(WrittenPart(entry: entry, part: name(number), content: content))
      }
    }
    let own = try relationships(of: main)
    add(own.of(.header), .text) { .header($0) }
    add(own.of(.footer), .text) { .footer($0) }
    add(own.of(.footnotes), .text) { _ in .footnotes }
    add(own.of(.endnotes), .text) { _ in .endnotes }
    add(own.of(.comments), .text) { _ in .comments }
    var charts: [Relationships.Relationship] = []
    var diagrams: [Relationships.Relationship] = []
    var drawings: [Relationships.Relationship] = []
    for part in parts {
      let links = try relationships(of: part.entry)
      charts += links.of(.chart)
      diagrams += links.of(.diagramData)
      drawings += links.of(.diagramDrawing)
    }
    add(charts, .text) { .other("chart \($0)") }
    add(diagrams, .text) { .other("diagram \($0)") }
    add(drawings, .text) { .other("diagram drawing \($0)") }
    add(root.of(.coreProperties), .properties) { _ in .properties("core.xml") }
    add(root.of(.extendedProperties), .properties) { _ in .properties("app.xml") }
    add(root.of(.customProperties), .properties) { _ in .properties("custom.xml") }
    return parts
  }

  private func openDocumentParts() -> [WrittenPart] {
    [
      WrittenPart(entry: "content.xml", part: .body, content: .text),
      WrittenPart(entry: "styles.xml", part: .other("styles.xml"), content: .text),
      WrittenPart(entry: "meta.xml", part: .properties("meta.xml"), content: .properties),
    ].filter { contains($0.entry) }
  }
}
