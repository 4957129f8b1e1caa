public import DataFiles
public import Diagnostics

/// The units whose reports are expected.
public struct Roster: Sendable {
  /// Their full names, in the roster's order.
  public let agencies: [String]
  private let file: String
  private let places: [Place]

  /// Reads a roster: a list in YAML or JSON of names, or of mappings with `agency`; or CSV with a column `agency`.
  ///
  /// - Throws: everything that is wrong with it.
  public init(_ bytes: [UInt8], name: String) throws(DataErrors) {
    file = name
    var entries: [(agency: String, place: Place)] = []
    var errors: [Diagnostic] = []
    if name.hasSuffix(".csv") {
      let rows = CSV.rows(bytes)
      let head = rows.first?.fields ?? []
      guard let column = head.firstIndex(where: { ["agency", "机关", "单位", "机关名称", "单位名称"].contains($0) })
      else {
        throw DataErrors([Diagnostic(.error, .noAgencyColumn, at: Place(file: name, .line(1, column: 1)))])
      }
      for row in rows.dropFirst() where row.fields != [""] {
        let place = Place(file: name, .line(row.line, column: 1))
        if row.fields.count > column, !row.fields[column].isEmpty {
          entries.append((row.fields[column], place))
        } else {
          errors.append(Diagnostic(.error, .noAgencyInRow, at: place))
        }
      }
    } else {
      let root = try DataFile.read(bytes, name: name)
      guard let items = root.items else {
        throw DataErrors([Diagnostic(.error, .rosterIsNoList, at: Place(file: name))])
      }
      for item in items {
        let place = Place(file: name, .line(item.position.line, column: item.position.column))
        if let agency = item.text ?? item["agency"]?.text, !agency.isEmpty {
          entries.append((agency, place))
        } else {
          errors.append(Diagnostic(.error, .noAgencyInRow, at: place))
        }
      }
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
    agencies = entries.map(\.agency)
    places = entries.map(\.place)
  }

  /// Who is missing, who is there twice, and who is not on the roster.
  public func findings(for reports: [Report]) -> [Diagnostic] {
    let there = Set(reports.map(\.agency))
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    for (agency, place) in zip(agencies, places) {
      if !seen.insert(agency).inserted {
        findings.append(Diagnostic(.warning, .twiceOnRoster(agency), at: place))
      } else if !there.contains(agency) {
        findings.append(Diagnostic(.error, .unitMissing(agency), at: place))
      }
    }
    for report in reports where !seen.contains(report.agency) {
      findings.append(
        Diagnostic(
          .error, .notOnRoster(report.agency, nearest: Suggestion.nearest(to: report.agency, in: agencies)),
          at: report.source.place("agency")))
    }
    return findings
  }
}
