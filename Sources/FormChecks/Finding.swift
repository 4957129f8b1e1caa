public import Diagnostics
public import Forms

/// What a rule found in a report.
public struct Finding: Sendable, Hashable {
  /// The rule's id, such as `balance`; also the code of the message.
  public let rule: String
  /// How bad it is.
  public let level: Diagnostic.Severity
  /// What was found, with both figures, and, as the hint, what to do.
  public let message: Message
  /// Where it stands in the data file.
  public let place: Place
  /// The cells it is about, in the order of the form.
  public let cells: [FormCell]
  /// The figure that stands there; nil where the finding is about no figure.
  public let found: String?
  /// The figure that the rule gives.
  public let expected: String?
  /// Why the report accepts it; nil if it does not.
  public internal(set) var acceptedBecause: String?
  /// Its place in the form.
  let spot: FormSpot

  init(
    _ rule: String, _ level: Diagnostic.Severity, _ message: Message, at place: Place, spot: FormSpot,
    cells: [FormCell] = [], found: String? = nil, expected: String? = nil
  ) {
    self.rule = rule
    self.level = level
    self.message = message
    self.place = place
    self.spot = spot
    self.cells = cells
    self.found = found
    self.expected = expected
  }

  /// Whether it stops the report: an error that is not accepted.
  public var isError: Bool { level == .error && acceptedBecause == nil }

  /// The finding as a diagnostic; an accepted one is a notice that says why.
  public var diagnostic: Diagnostic {
    guard let acceptedBecause else { return Diagnostic(level, message, at: place) }
    return Diagnostic(.notice, .accepted(message, because: acceptedBecause), at: place)
  }
}

/// A place in the form, to put findings in its order.
struct FormSpot: Sendable, Hashable, Comparable {
  /// The part of the form: what stands before the sections, the sections, what follows them.
  var part: Int
  /// The paragraph or the cell in it.
  var item = 0

  static let head = FormSpot(part: 0)
  static let title = FormSpot(part: 1)
  static let openingPart = 2
  static let firstSection = 3
  static let date = FormSpot(part: 1000)
  static let accept = FormSpot(part: 1001)

  static func < (left: FormSpot, right: FormSpot) -> Bool {
    (left.part, left.item) < (right.part, right.item)
  }
}
