public import DataFiles

/// What a report file says, where some of it may still be to fill in.
///
/// A report that has everything becomes a draft by `Report.draft`; what only a person can write stays nil, so that
/// the file it is written to is refused until somebody has.
public struct ReportDraft: Sendable {
  /// The form and edition.
  public let definition: FormDefinition
  /// The agency's full name.
  public var agency: String?
  /// The year on which it reports.
  public var year: Int?
  /// The title; nil for the usual one.
  public var title: String?
  /// The lines into which its author broke the title; empty for none.
  public var titleLines: [String] = []
  /// The day on which it was made, 成文日期.
  public var date: CalendarDate?
  /// The paragraphs before the first section, in their order; nil for one to be written.
  public var opening: [String?]
  /// The paragraphs of each section of running text by its id; nil for one to be written. A section that is not
  /// there is to be written as a whole.
  public var sections: [String: [String?]] = [:]
  /// The figures, in the order of `FormDefinition.cells`; a blank one is to be filled in, or, in a column that is a
  /// sum, reckoned by whoever reads the file.
  public var figures: [Figure]
  /// How its end is signed.
  public var signature = Report.Signature()
  /// How it stands on its pages.
  public var layout = Report.Layout()
  /// What stands under `accept`.
  public var accepted: DataNode?
  /// Lines that are written as comments above a part, in Chinese, by its path: `opening`, `sections.overview`,
  /// `tables.applications`, `applications.new`. They are written even where comments are not asked for.
  public var remarks: [String: [String]] = [:]

  /// A draft in which nothing is filled in.
  public init(on definition: FormDefinition) {
    self.definition = definition
    opening = [nil]
    figures = Array(repeating: .blank, count: definition.cells.count)
  }

  /// The figure in a cell of this draft's own definition.
  public subscript(cell: FormCell) -> Figure {
    get { figures[cell.index] }
    set { figures[cell.index] = newValue }
  }

  /// The draft as a report file, in the order of the form.
  ///
  /// - Parameter comments: whether comments in Chinese say what goes where: labels, units, what a figure may be,
  ///   which ones are sums, and how they hang together.
  public func yaml(comments: Bool) -> String {
    var writer = ReportFileWriter(draft: self, comments: comments)
    writer.write()
    return writer.text
  }
}

extension Report {
  /// Everything the report says.
  public var draft: ReportDraft {
    var draft = ReportDraft(on: definition)
    draft.agency = agency
    draft.year = year
    draft.titleLines = titleLines
    draft.title = title == definition.title(agency: agency, year: year) ? nil : title
    draft.date = date
    draft.opening = opening
    draft.sections = sections.mapValues { $0.map(Optional.some) }
    for section in definition.proseSections where draft.sections[section.id] == nil {
      draft.sections[section.id] = []
    }
    draft.figures = figures
    draft.signature = signature
    draft.layout = layout
    draft.accepted = accepted
    return draft
  }

  /// The report as a report file: read again, it is the same report.
  ///
  /// A blank figure is written as `~`, which is refused when the file is read, unless its column is a sum.
  ///
  /// - Parameter comments: whether comments in Chinese say what stands where.
  public func yaml(comments: Bool) -> String {
    draft.yaml(comments: comments)
  }
}
