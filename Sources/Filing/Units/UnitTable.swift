import DocumentTemplate
public import Forms
public import TemplateLanguage

/// The units of a sum side by side, by the form's key figures: an appendix to the county's report.
public struct UnitTable: Sendable {
  private let sum: ReportSum
  private let roster: [String]
  private let missing: [String]
  private let agency: String?
  private let year: Int?

  /// A table of the units of `sum`.
  ///
  /// - Parameters:
  ///   - roster: the agencies that are to report, in the order in which they are to stand; those without a report
  ///     stand there as missing. Units that are not on it follow.
  ///   - agency: the county's name, for the title.
  public init(of sum: ReportSum, roster: [String] = [], agency: String? = nil, year: Int? = nil) {
    self.sum = sum
    self.agency = agency
    self.year = year
    self.roster = roster
    let there = Set(sum.units.map(\.agency))
    missing = roster.filter { !there.contains($0) }
  }

  /// The table for templates: `title`; `note`, how many units it has; `columns` with `id`, `label` and `unit`;
  /// `rows` with `number`, `agency`, `is_missing` and `figures`, one for each column; `totals`, the same of the sum.
  /// A figure is text, in narrower digits where its column is too narrow for it; what is not known is a dash.
  public var values: Mapping {
    let keys = sum.definition.keyFigures
    var rows: [Value] = []
    for (agency, unit) in inOrder {
      rows.append([
        "number": .int(rows.count + 1), "agency": .string(agency), "is_missing": .bool(unit == nil),
        "figures": figures(unit?.figures),
      ])
    }
    return Mapping([
      ("title", .string(title)), ("agency", .string(agency ?? "")), ("note", .string(note)),
      (
        "columns",
        .list(
          keys.map { key in
            [
              "id": .string(key.id), "label": .string(key.label),
              "unit": key.unit.map { .string($0) } ?? .none,
            ]
          })
      ),
      ("rows", .list(rows)), ("totals", figures(sum.figures)),
    ])
  }

  /// The units in the roster's order, each with its report if there is one.
  private var inOrder: [(agency: String, unit: Report?)] {
    var units = Dictionary(sum.units.map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [(agency: String, unit: Report?)] = []
    var seen: Set<String> = []
    for agency in roster + sum.units.map(\.agency) where seen.insert(agency).inserted {
      rows.append((agency, units.removeValue(forKey: agency)))
    }
    return rows
  }

  private var title: String {
    "\(agency ?? "")\(year.map { "\($0)年" } ?? "")政府信息公开工作年度报告各单位主要数据"
  }

  private var note: String {
    let reported = "\(sum.units.count)个单位已报送"
    return missing.isEmpty ? "\(reported)。" : "\(reported)，\(missing.count)个单位未报送。"
  }

  // MARK: Figures

  /// The columns of figures together, in points; see `Templates/units`.
  private static let width = 190 * PageGrid.millimetre
  /// The figures' size, 小五.
  private static let size = 9.0
  /// Margins and border of a cell.
  private static let margins = 3.0

  private func figures(_ figures: [Figure]?) -> Value {
    let keys = sum.definition.keyFigures
    let room = Self.width / Double(max(1, keys.count)) - Self.margins
    return .list(
      keys.map { key in
        guard let text = figures.map({ sum.definition.figure(key, in: $0).text }), !text.isEmpty else {
          return .string("—")
        }
        let width = TextWidth.of(text) * Self.size
        guard width > room else { return .string(text) }
        let percent = max(1, Int((room / width * 100).rounded(.down)))
        return .object(RichText(text, TextFormat(halfPoints: Int(Self.size * 2), widthPercent: percent)))
      })
  }
}
