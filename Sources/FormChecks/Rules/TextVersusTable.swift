import Diagnostics
import Forms
import TemplateLanguage

/// `text-vs-table`: a figure in the overview contradicts a table.
///
/// Where several sentences give the same figure and one of them agrees with the table, the others are taken to be
/// about a part; else the first is reported.
struct TextVersusTable: Rule {
  let id = "text-vs-table"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    applications(subject) + reviews(subject) + disclosure(subject)
  }

  private func applications(_ subject: Subject) -> [Finding] {
    let claims = ApplicationClaims(in: subject).claims
    let figures = ApplicationFigures(subject.report)
    let topics = Set(claims.map(\.topic))
    return ApplicationTopic.allCases.compactMap { topic in
      guard let table = figures.figure(topic) else { return nil }
      var allowed = figures.allowed(topic)
      // 予以公开 takes in 部分公开 where nothing is said of it.
      if topic == .granted, !topics.contains(.partlyGranted), let both = figures.figure(.grantedOrPartly) {
        allowed.append(both.number)
      }
      return contradiction(
        claims.filter { $0.topic == topic }, in: subject, allowed: allowed, cells: table.cells,
        figure: table.number)
    }
  }

  private func reviews(_ subject: Subject) -> [Finding] {
    let claims = ReviewClaims(in: subject)
    let figures = ReviewFigures(report: subject.report)
    var findings: [Finding] = []
    var seen: Set<ReviewClaims.Topic> = []
    for claim in claims.claims where seen.insert(claim.topic).inserted {
      guard let figure = figures.figure(claim.topic) else { continue }
      findings +=
        contradiction(
          claims.claims.filter { $0.topic == claim.topic }, in: subject,
          allowed: figures.allowed(claim.topic),
          cells: figures.cells(claim.topic), figure: figure
        )
        .map { [$0] } ?? []
    }
    for claim in claims.allMaintained {
      var maintained = claim.topic
      maintained.outcome = "maintained"
      guard let total = figures.figure(claim.topic), let upheld = figures.figure(maintained), total != upheld
      else { continue }
      findings.append(
        finding(
          .allMaintained(
            claim.paragraph.name, claim.sentence.number, total: total.text, maintained: upheld.text),
          in: subject, at: claim.paragraph, cells: figures.cells(maintained), found: total.text,
          expected: upheld.text))
    }
    return findings
  }

  private func disclosure(_ subject: Subject) -> [Finding] {
    let claims = DisclosureClaims(in: subject).claims
    let isSingle = Agency(subject.report.agency).isSingle
    var findings: [Finding] = []
    for cell in Set(claims.map(\.topic)).sorted(by: { $0.index < $1.index }) {
      let own = claims.filter { $0.topic == cell }
      guard let figure = subject.report[cell].number,
        own.allSatisfy({ DisclosureClaims.contradicts($0, figure, isSingle: isSingle) }),
        let first = own.first
      else { continue }
      findings.append(
        finding(
          .textVersusTable(
            [cell], first.paragraph.name, first.sentence.number, said: first.text, table: figure.text),
          in: subject, at: first.paragraph, cells: [cell], found: first.text, expected: figure.text))
    }
    return findings
  }

  private func contradiction<Topic>(
    _ claims: [Claim<Topic>], in subject: Subject, allowed: [Decimal], cells: [FormCell], figure: Decimal
  ) -> Finding? {
    guard let first = claims.first,
      claims.allSatisfy({ claim in !allowed.contains(where: claim.allows) })
    else { return nil }
    return finding(
      .textVersusTable(
        cells, first.paragraph.name, first.sentence.number, said: first.text, table: figure.text),
      in: subject, at: first.paragraph, cells: cells, found: first.text, expected: figure.text)
  }
}
