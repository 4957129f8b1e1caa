public import Diagnostics
package import XMLTree

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

  package init(entry: String, part: DocumentPart, content: Content) {
    self.entry = entry
    self.part = part
    self.content = content
  }
}

extension OfficePackage {
  /// The parts that people write in: body, headers, footers, notes, comments and properties, in that order.
  public func writtenParts() throws(OfficeError) -> [WrittenPart] {
    try writtenParts(body: nil)
  }

  /// The same; `body` is the main part's tree, if it is known already.
  package func writtenParts(body: XMLTree?) throws(OfficeError) -> [WrittenPart] {
    format == .docx ? try wordParts(body) : openDocumentParts()
  }

  /// The main part's entry.
  package func mainEntry() throws(OfficeError) -> String {
    guard format == .docx else { return "content.xml" }
    guard let main = try relationships(of: "").of(.officeDocument).first?.partName else {
      throw OfficeError(.noMainPart)
    }
    return main
  }

  private func wordParts(_ body: XMLTree?) throws(OfficeError) -> [WrittenPart] {
    let root = try relationships(of: "")
    let main = try mainEntry()
    var parts = [WrittenPart(entry: main, part: .body, content: .text)]
    var seen: Set<String> = [main]
    func add(
      _ found: [Relationships.Relationship], _ content: WrittenPart.Content,
      _ name: (Int, Relationships.Relationship) -> DocumentPart
    ) {
      var number = 0
      for relationship in found {
        guard let entry = relationship.partName, contains(entry), seen.insert(entry).inserted else {
          continue
        }
        number += 1
        parts.append(WrittenPart(entry: entry, part: name(number, relationship), content: content))
      }
    }
    let own = try relationships(of: main)
    let (headers, footers) = (own.of(.header), own.of(.footer))
    var scopes: [String: PageScope] = [:]
    if !headers.isEmpty || !footers.isEmpty {
      if let body {
        scopes = pageScopes(in: body)
      } else {
        scopes = pageScopes(in: try Self.parse(try bytes(of: main), of: main))
      }
    }
    add(headers, .text) { .header(scopes[$1.id] ?? PageScope(.number($0))) }
    add(footers, .text) { .footer(scopes[$1.id] ?? PageScope(.number($0))) }
    add(own.of(.footnotes), .text) { _, _ in .footnotes }
    add(own.of(.endnotes), .text) { _, _ in .endnotes }
    add(own.of(.comments), .text) { _, _ in .comments }
    var charts: [Relationships.Relationship] = []
    var diagrams: [Relationships.Relationship] = []
    var drawings: [Relationships.Relationship] = []
    for part in parts {
      let links = try relationships(of: part.entry)
      charts += links.of(.chart)
      diagrams += links.of(.diagramData)
      drawings += links.of(.diagramDrawing)
    }
    add(charts, .text) { number, _ in .chart(number) }
    add(diagrams, .text) { number, _ in .diagram(number) }
    // What a diagram looks like, drawn in advance.
    add(drawings, .text) { number, _ in .diagram(number) }
    add(root.of(.coreProperties), .properties) { _, _ in .properties("core.xml") }
    add(root.of(.extendedProperties), .properties) { _, _ in .properties("app.xml") }
    add(root.of(.customProperties), .properties) { _, _ in .properties("custom.xml") }
    return parts
  }

  private static let sections = NameNote(among: [W.sectPr])

  /// The pages that each header and footer stands on first, by the id of its relationship (ISO/IEC 29500-1, 17.10).
  private func pageScopes(in body: XMLTree) -> [String: PageScope] {
    var scopes: [String: PageScope] = [:]
    var section = 0
    for node in body.root.descendants(noted: Self.sections)
    where node.parent?.is(W.sectPrChange) != true {
      section += 1
      for reference in node.elements where reference.is(W.headerReference) || reference.is(W.footerReference)
      {
        guard let id = reference.attribute(Relationships.referenceID), scopes[id] == nil else { continue }
        let pages: PageScope.Pages =
          switch reference.attribute(W.type) {
          case "first": .first
          case "even": .even
          default: .all
          }
        scopes[id] = PageScope(.section(section), pages)
      }
    }
    return scopes
  }

  private func openDocumentParts() -> [WrittenPart] {
    // Charts and other objects lie in folders of their own (ODF 1.3 part 2, 3.16).
    let objects = entries.map(\.name).filter { $0.hasSuffix("/content.xml") }.map { entry in
      WrittenPart(entry: entry, part: .other(String(entry.dropLast("/content.xml".count))), content: .text)
    }
    return [
      WrittenPart(entry: "content.xml", part: .body, content: .text),
      WrittenPart(entry: "styles.xml", part: .other("styles.xml"), content: .text),
    ].filter { contains($0.entry) } + objects
      + [WrittenPart(entry: "meta.xml", part: .properties("meta.xml"), content: .properties)].filter {
        contains($0.entry)
      }
  }
}
