import Diagnostics
import Forms
import TemplateLanguage

/// `text-vs-text`: parts in the prose that do not add up to the total they are given for; a share that is no share
/// of anything counted.
struct TextVersusText: Rule {
  let id = "text-vs-text"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for paragraph in subject.paragraphs {
      for list in PartList.lists(in: paragraph) {
        guard let wrong = list.contradiction else { continue }
        findings.append(
          finding(
            .parts(
              paragraph.name, list.sentence, unit: list.total.unit, total: wrong.total, parts: wrong.parts),
            in: subject, at: paragraph, found: wrong.parts, expected: wrong.total))
      }
    }
    let claims = ApplicationClaims(in: subject).claims
    return findings + results(claims, subject) + shares(claims, subject)
  }

  /// The kinds of results, when all that the table has are told, against what is said to have been answered.
  private func results(_ claims: [Claim<ApplicationTopic>], _ subject: Subject) -> [Finding] {
    let figures = ApplicationFigures(subject.report)
    var told: [ApplicationTopic: Int] = [:]
    for claim in claims where told[claim.topic] == nil {
      guard let count = claim.quantity?.count else { continue }
      told[claim.topic] = count
    }
    let granted =
      told[.grantedOrPartly] ?? told[.granted].flatMap { whole in told[.partlyGranted].map { whole + $0 } }
    let kinds: [ApplicationTopic] = [.refused, .notAvailable, .notProcessed]
    guard let granted, kinds.allSatisfy({ told[$0] != nil }) else { return [] }
    if told[.other] == nil, figures.figure(.other)?.number != 0 { return [] }
    let sum = granted + (kinds + [.other]).reduce(0) { $0 + (told[$1] ?? 0) }
    let totals = [told[.results], told[.handled], told[.new]].compactMap { $0 }
    guard let total = totals.first, let claim = claims.first(where: { $0.topic == .refused }) else {
      return []
    }
    let left = told[.carriedOut] ?? 0
    let came = told[.carriedIn] ?? 0
    let reached = [sum, sum + left, sum - came, sum + left - came]
    guard !totals.contains(where: { reached.contains($0) }) else { return [] }
    return [
      finding(
        .resultParts(claim.paragraph.name, claim.sentence.number, total: String(total), parts: String(sum)),
        in: subject, at: claim.paragraph, found: String(sum), expected: String(total))
    ]
  }

  /// 予以公开258件，占33.9%: a share of a total of the table, or of a number in the paragraph.
  private func shares(_ claims: [Claim<ApplicationTopic>], _ subject: Subject) -> [Finding] {
    let figures = ApplicationFigures(subject.report)
    return claims.compactMap { claim in
      guard claim.topic.isResult, let part = claim.quantity, let count = part.count else { return nil }
      let share = claim.sentence.quantities.first { $0.range.lowerBound >= part.range.upperBound }
      guard let share, share.unit == "%", share.precision == .exact,
        share.label.starts(with: "占".unicodeScalars)
      else { return nil }
      let told = claim.paragraph.sentences.flatMap(\.quantities).filter(\.isCount).map(\.value)
      let isShare = (figures.denominators + told).contains { whole in
        whole >= part.value && Self.isShare(Decimal(integerLiteral: count), of: whole, share)
      }
      guard !isShare else { return nil }
      return finding(
        .share(claim.paragraph.name, claim.sentence.number, part: String(count), share: share.value.text),
        in: subject, at: claim.paragraph, found: share.value.text + "%")
    }
  }

  /// Whether the share, rounded up or down at its last place, is that of a part in a whole.
  private static func isShare(_ part: Decimal, of whole: Decimal, _ share: Quantity) -> Bool {
    let hundredfold = part * 100
    return hundredfold < (share.value + share.step) * whole
      && (share.value - share.step) * whole < hundredfold
  }
}
