import Diagnostics
import Forms

/// A rule that reads a report.
protocol Rule: Sendable {
  /// Its id; never changes once published.
  var id: String { get }
  /// How bad it is to break it.
  var level: Diagnostic.Severity { get }
  /// What it finds, in any order.
  func findings(in subject: Subject) -> [Finding]
}

extension Rule {
  /// A finding about a part of the report that is no cell.
  func finding(_ message: Message, in subject: Subject, path: String, spot: FormSpot) -> Finding {
    Finding(id, level, message, at: subject.report.source.place(path), spot: spot)
  }

  /// A finding about a paragraph.
  func finding(
    _ message: Message, in subject: Subject, at paragraph: Paragraph, cells: [FormCell] = [],
    found: String? = nil, expected: String? = nil
  ) -> Finding {
    Finding(
      id, level, message, at: subject.report.source.place(paragraph.path), spot: paragraph.spot, cells: cells,
      found: found, expected: expected)
  }

  /// A finding about cells, of which the first says the place.
  func finding(
    _ message: Message, in subject: Subject, cells: [FormCell], found: String? = nil, expected: String? = nil
  ) -> Finding {
    let place = cells.first.map { subject.report.source.place($0.path) }
    return Finding(
      id, level, message, at: place ?? subject.report.source.place(""),
      spot: cells.first.map(subject.spot) ?? .head, cells: cells.sorted { $0.index < $1.index }, found: found,
      expected: expected)
  }
}
