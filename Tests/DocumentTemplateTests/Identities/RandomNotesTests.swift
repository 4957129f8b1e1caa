import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("what must be unique in random templates")
struct RandomNotesTests {
  private static func package(seed: UInt64) throws -> OfficePackage {
    let random = RandomNotes(seed: seed)
    return try WordFile.package(
      random.body + random.closing, parts: [("footnotes", random.footnotes), ("comments", random.comments)])
  }

  private static let data: Mapping = ["yes": true, "no": false, "list": ["a", "b", "c"]]

  /// The values of an attribute of all elements with one of these names, in order.
  private static func values(_ attribute: String, of elements: String..., in markup: String) -> [String] {
    elements.flatMap { element in
      markup.split(separator: "<w:\(element) ", omittingEmptySubsequences: false).dropFirst().compactMap {
        rest in
        rest.prefix { $0 != ">" }.split(separator: "\(attribute)=\"", omittingEmptySubsequences: false)
          .dropFirst()
          .first.map { String($0.prefix { $0 != "\"" }) }
      }
    }
  }

  private static func isUnique(_ values: [String]) -> Bool { Set(values).count == values.count }

  @Test("numbers and names are unique, and everything refers to something", arguments: 0..<UInt64(400))
  func unique(seed: UInt64) throws {
    let document = try DocumentTemplate(try Self.package(seed: seed)).render(Self.data)
    let body = try PartText.body(of: document)
    let footnotes = try PartText.entry("word/footnotes.xml", of: document)
    let comments = try PartText.entry("word/comments.xml", of: document)
    let starts = Self.values("w:id", of: "bookmarkStart", in: body)
    let names = Self.values("w:name", of: "bookmarkStart", in: body)
    #expect(Self.isUnique(starts))
    #expect(Self.isUnique(names))
    #expect(Set(starts) == Set(Self.values("w:id", of: "bookmarkEnd", in: body)))
    let notes = Self.values("w:id", of: "footnote", in: footnotes)
    #expect(Self.isUnique(notes))
    #expect(Self.values("w:id", of: "footnoteReference", in: body).sorted() == notes.sorted())
    let references = Self.values("w:id", of: "commentReference", in: body)
    #expect(references.sorted() == Self.values("w:id", of: "comment", in: comments).sorted())
    #expect(Self.isUnique(references))
    for range in ["commentRangeStart", "commentRangeEnd"] {
      let ids = Self.values("w:id", of: range, in: body)
      #expect(Self.isUnique(ids) && Set(ids).isSubset(of: references))
    }
    #expect(!(body + footnotes + comments).contains("{{"))
  }

  @Test("a sample is valid", .enabled(if: Validators.areHere))
  func valid() throws {
    let folder = ScratchFolder()
    for seed in 0..<UInt64(60) {
      let package = try Self.package(seed: seed)
      folder.write("\(seed).template.docx", try package.write(replacing: [:]))
      folder.write("\(seed).docx", try DocumentTemplate(package).render(Self.data))
    }
    #expect(Validators.newFindings(in: folder) == "")
    if Validators.sdkIsHere { #expect(Validators.newFindings(in: folder, options: ["--sdk"]) == "") }
  }
}
