public import DataFiles
public import Diagnostics

/// A report on a form, as read from a data file.
public struct Report: Sendable {
  /// The form and edition it is on.
  public let definition: FormDefinition
  /// The agency's full name.
  public var agency: String
  /// The year on which it reports.
  public var year: Int
  /// The title, as given or formed of agency and year.
  public var title: String
  /// The lines into which its author broke the title; empty where that is left to the layout.
  public var titleLines: [String] = []
  /// The day on which it was made, 成文日期.
  public var date: CalendarDate
  /// The paragraphs between the title and the first section.
  public var opening: [String]
  /// The paragraphs of each section of running text, by the section's id.
  public var sections: [String: [String]]
  /// How its end is signed.
  public var signature: Signature
  /// How it stands on its pages.
  public var layout = Layout()
  /// What the data file says under `accept`, which the checks read.
  public var accepted: DataNode?
  /// The figures, in the order of `FormDefinition.cells`.
  public internal(set) var figures: [Figure]
  /// Where things stand in the data file.
  public internal(set) var source: ReportSource

  /// The figure in a cell of this report's own definition.
  public subscript(cell: FormCell) -> Figure {
    get { figures[cell.index] }
    set { figures[cell.index] = newValue }
  }

  /// The figure at a path such as `applications.new.total`; nil if the form has no such cell.
  public subscript(path: String) -> Figure? {
    definition.cell(path).map { figures[$0.index] }
  }
}

extension Report: Equatable {
  /// Whether two reports say the same on the same edition; where it stands in their files does not matter.
  public static func == (left: Report, right: Report) -> Bool {
    left.definition.form == right.definition.form && left.definition.edition == right.definition.edition
      && left.agency == right.agency && left.year == right.year && left.title == right.title
      && left.titleLines == right.titleLines
      && left.date == right.date && left.opening == right.opening && left.sections == right.sections
      && left.signature == right.signature && left.layout == right.layout
      && left.figures == right.figures
  }
}

/// Where the parts of a report stand in its data file.
public struct ReportSource: Sendable {
  /// The file's name as the user gave it.
  public let file: String?
  private var positions: [String: Position] = [:]

  init(file: String?) {
    self.file = file
  }

  /// The place of a part, by its path: `title`, `opening[0]`, `sections.overview[2]`, or a cell's path with or
  /// without `tables.`; the file as a whole if it is not known.
  public func place(_ path: String) -> Place {
    let found = positions[path] ?? positions["tables." + path]
    return Place(file: file, found.map { .line($0.line, column: $0.column) } ?? .whole)
  }

  mutating func note(_ path: String, _ position: Position) {
    positions[path] = position
  }
}
