public import Diagnostics
public import OfficeDocument
public import TemplateLanguage
import XMLTree

/// A copy of a template with a comment at every place where something is wrong.
public enum MarkedTemplate {
  /// Who the comments are by.
  public static let author = "成文 Chengwen"

  /// Copies a template and puts a comment, in Word, or an annotation, in OpenDocument, at the place of each diagnostic;
  /// everything else looks as it did.
  ///
  /// Headers, footers, notes, text boxes and properties can't carry comments in all programs: what is wrong there stands
  /// at the note's number, at the paragraph that holds the box, or else at the beginning of the body, with its place
  /// in words.
  ///
  /// ```swift
  /// do {
  ///   let template = try DocumentTemplate(package)
  /// } catch TemplateError.faulty(let diagnostics) {
  ///   let copy = try MarkedTemplate.bytes(of: package, marking: diagnostics, in: .chinese)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - diagnostics: what `DocumentTemplate` threw for this package.
  ///   - delimiters: those of the environment it was compiled in.
  /// - Returns: the bytes of a .docx or .odt; the same for the same input.
  /// - Throws: `OfficeError` when a part can't be read.
  public static func bytes(
    of package: OfficePackage, marking diagnostics: [Diagnostic], in language: Language,
    delimiters: Delimiters = .standard
  ) throws(OfficeError) -> [UInt8] {
    guard !diagnostics.isEmpty, let body = try package.writtenParts().first(where: { $0.part == .body })
    else { return try package.write(replacing: [:]) }
    let tree = try OfficePackage.parse(try package.bytes(of: body.entry), of: body.entry)
    let dialect = Dialect.of(package.format)
    RepeatedCells.open(in: tree, dialect, delimiters)
    let marks = MarkPlaces(tree, body, dialect).marks(for: diagnostics, in: language)
    var additions = PackageAdditions()
    var changed: [String: CompressedPart] = [:]
    switch package.format {
    case .docx:
      var comments = try WordComments(of: package, main: body.entry, tree)
      for mark in marks { comments.insert(mark, dialect) }
      try comments.write(&changed, &additions)
    case .odt:
      var annotations = Annotations(tree)
      for mark in marks { annotations.insert(mark, dialect) }
    }
    changed[body.entry] = try OfficePackage.compress(tree.serialize(), as: body.entry)
    return try package.write(replacing: changed, adding: additions)
  }
}

/// The comments that belong to one paragraph.
struct ParagraphMarks {
  let text: ParagraphText
  let node: Node
  var comments: [Comment] = []

  struct Comment {
    /// The stretch of the paragraph's text, in UTF-8 offsets; nil for the paragraph as a whole.
    let range: Range<Int>?
    /// What to say, a paragraph each.
    let lines: [String]
  }
}
