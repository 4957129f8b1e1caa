import Diagnostics

/// `contact`: the opening gives no way to reach the agency.
struct Contact: Rule {
  let id = "contact"
  let level = Diagnostic.Severity.notice

  private static let words = ["电话", "邮箱", "传真", "地址", "邮编", "联系方式", "咨询热线", "@"]

  func findings(in subject: Subject) -> [Finding] {
    // Where there is no opening, offices write it at the head of the overview.
    let read = subject.opening + (subject.sections["overview"]?.prefix(1) ?? [])
    guard !read.contains(where: { $0.text.mentions(anyOf: Self.words) || Self.hasNumber($0.text) }) else {
      return []
    }
    return [
      finding(
        .noContact, in: subject, path: "opening", spot: FormSpot(part: FormSpot.openingPart, item: 1000))
    ]
  }

  /// Seven digits or more, perhaps with a hyphen between: a telephone number.
  private static func hasNumber(_ text: [Unicode.Scalar]) -> Bool {
    var run = 0
    for scalar in text {
      if scalar.isDigit {
        run += 1
        if run >= 7 { return true }
      } else if scalar != "-" && scalar != "—" && scalar != "－" {
        run = 0
      }
    }
    return false
  }
}
