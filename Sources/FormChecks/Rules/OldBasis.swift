import Diagnostics
import Forms

/// `old-basis`: the notice of the 2019 edition, 国办公开办函〔2019〕60号, cited in a report for 2021 or later.
struct OldBasis: Rule {
  let id = "old-basis"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    guard subject.report.year >= OldForm.firstYear else { return [] }
    // Brackets of every kind read as （）; a notice may be cited with digits of either width, or without 国办.
    return subject.paragraphs.filter { $0.text.mentions("公开办函（2019）60号") }.map {
      finding(.oldBasis($0.name), in: subject, at: $0, found: "国办公开办函〔2019〕60号", expected: "国办公开办函〔2021〕30号")
    }
  }
}
