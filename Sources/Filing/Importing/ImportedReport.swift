public import Diagnostics
import DataFiles
public import Forms

/// A published report read back from a document.
public struct ImportedReport: Sendable {
  /// What was read, on the edition that fits the document best; what was not found is still to fill in.
  public let draft: ReportDraft
  /// What was read otherwise than it stands, what there was no place for, and what is missing; the latter are
  /// errors.
  public let findings: [Diagnostic]

  /// Whether everything a report must have was found.
  public var isComplete: Bool { !findings.contains { $0.severity == .error } }

  /// Reads a report from the bytes of a .docx, .odt, .html or .txt file, whichever they are.
  ///
  /// Tables are told by their labels. The edition is the one on which most figures find a place.
  ///
  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - edition: the edition to read it on; nil to find out.
  /// - Throws: `OfficeError` when the file can't be read at all.
  public static func read(
    _ bytes: [UInt8], name: String, forms: FormLibrary, edition: String? = nil
  ) throws(ImportError) -> ImportedReport {
    let document = try PublishedDocument.read(bytes, name: name)
    var best: (score: Score, report: ImportedReport)?
    for candidate in edition.map({ [$0] }) ?? forms.editions {
      let definition: FormDefinition
      do throws(DataErrors) {
        definition = try forms.definition(candidate)
      } catch {
        throw ImportError(error.diagnostics)
      }
      var reader = DocumentReader(definition, file: name)
      let (draft, findings) = reader.read(document)
      let score = Score(
        reader.tables, isInForce: draft.year.map(definition.years.contains) ?? (definition.years.last == nil))
      if best.map({ $0.score < score }) ?? true {
        let notice = Diagnostic(
          .notice, .editionFound(definition.name, others: reader.tables.otherLabels), at: Place(file: name))
        best = (score, ImportedReport(draft: draft, findings: [notice] + findings))
      }
    }
    guard let best else { throw ImportError([Diagnostic(.error, .unknownDocument, at: Place(file: name))]) }
    return best.report
  }

  /// How well a document fits an edition.
  private struct Score: Comparable {
    let figures: Int
    let labels: Int
    let isInForce: Bool

    init(_ tables: TableReader, isInForce: Bool) {
      figures = tables.found - 2 * tables.unplaced
      labels = tables.officialLabels
      self.isInForce = isInForce
    }

    static func < (left: Score, right: Score) -> Bool {
      (left.figures, left.labels, left.isInForce ? 1 : 0) < (
        right.figures, right.labels, right.isInForce ? 1 : 0
      )
    }
  }
}

/// Why a document can't be read at all.
public struct ImportError: Error, Sendable {
  /// What is wrong with it.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
