/// One edition of a statutory form: its sections, tables, cells and rules.
///
/// It is read from `form.yaml` in the edition's folder; everything that must know the form asks here.
public struct FormDefinition: Sendable, Hashable {
  /// The form's name in data files, such as `annual-report`.
  public let form: String
  /// The edition's name in data files, such as `2021`.
  public let edition: String
  /// What people call the edition.
  public let name: LocalizedText
  /// The notice that prescribes the edition.
  public let basis: String
  /// The report years for which it is prescribed.
  public let years: FormYears
  /// The usual title, with `{agency}` and `{year}` to be filled in.
  public let titlePattern: String
  /// The usual paragraphs before the first section, with `{basis}`, `{year}` and `{sections}` to be filled in.
  public let openingPatterns: [String]
  /// Whether documents keep the spacing of its template also where the signature has no room: one made after a
  /// published report, with its empty lines.
  public let keepsSpacing: Bool
  /// The sections in their order.
  public let sections: [FormSection]
  /// The tables in the order of the definition.
  public let tables: [FormTable]
  /// Every cell that holds a figure, in the form's order.
  public let cells: [FormCell]
  /// The rules in the order of the definition.
  public let rules: [FormRule]
  /// The figures by which units are put side by side, in the order of the definition.
  public let keyFigures: [KeyFigure]

  private let indexByPath: [String: Int]
  private let indexByIdentity: [String: Int]

  init(
    header: Header, sections: [FormSection], tables: [FormTable], cells: [FormCell], rules: [FormRule],
    keyFigures: [KeyFigure]
  ) {
    form = header.form
    edition = header.edition
    name = header.name
    basis = header.basis
    years = header.years
    titlePattern = header.titlePattern
    openingPatterns = header.openingPatterns
    keepsSpacing = header.keepsSpacing
    self.sections = sections
    self.tables = tables
    self.cells = cells
    self.rules = rules
    self.keyFigures = keyFigures
    indexByPath = Dictionary(cells.map { ($0.path, $0.index) }, uniquingKeysWith: { first, _ in first })
    indexByIdentity = Dictionary(
      cells.map { ($0.identity, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  /// What stands above sections and tables in a definition.
  struct Header {
    var form = ""
    var edition = ""
    var name = LocalizedText(chinese: "", english: "")
    var basis = ""
    var years = FormYears(first: 0, last: nil)
    var titlePattern = ""
    var openingPatterns: [String] = []
    var keepsSpacing = false
  }

  /// The cell at a path such as `applications.results.granted.natural` or `disclosure.licences`.
  public func cell(_ path: String) -> FormCell? {
    indexByPath[path].map { cells[$0] }
  }

  /// The cell with the same meaning as one of another edition, see `FormCell.identity`.
  public func cell(identity: String) -> FormCell? {
    indexByIdentity[identity].map { cells[$0] }
  }

  /// The table with this id.
  public func table(_ id: String) -> FormTable? {
    tables.first { $0.id == id }
  }

  /// The sections of running text, in their order.
  public var proseSections: [FormSection] {
    sections.filter { $0.table == nil }
  }

  /// The usual title for an agency and a year.
  public func title(agency: String, year: Int) -> String {
    PatternText.filled(titlePattern, ["agency": agency, "year": String(year)])
  }
}

/// A name or sentence in both languages.
public struct LocalizedText: Sendable, Hashable {
  /// The Chinese text.
  public let chinese: String
  /// The English text.
  public let english: String

  /// Makes a text.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }
}

/// The report years for which an edition is prescribed.
public struct FormYears: Sendable, Hashable {
  /// The first year.
  public let first: Int
  /// The last year; nil while the edition is in force.
  public let last: Int?

  /// Whether the edition is prescribed for `year`.
  public func contains(_ year: Int) -> Bool {
    year >= first && year <= (last ?? .max)
  }
}
