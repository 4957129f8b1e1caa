import DataFiles
import Diagnostics
import Forms

/// The end of a report: who signs it, and when.
extension DocumentReader {
  /// Takes the signatures and the date from the end of the last section of text.
  ///
  /// - Returns: whether the agency is still to be told from the title.
  mutating func sign(_ draft: inout ReportDraft) -> Bool {
    guard let last = definition.proseSections.last, var texts = prose[last.id],
      let end = texts.lastIndex(where: { DateText.date($0.text) != nil || signedLine($0) != nil })
    else {
      findings.append(Diagnostic(.error, .noDate(published: published), at: Place(file: file)))
      return true
    }
    var signers: [String] = []
    if let signed = signedLine(texts[end]) {
      signers = [signed.signature]
      draft.date = signed.date
    } else {
      draft.date = DateText.date(texts[end].text)
    }
    readBehind(texts[(end + 1)...], &draft)
    texts.removeSubrange(end...)
    var isFirst = true
    while let signer = texts.last, isFirst ? isSignature(signer) : namesAgency(signer) {
      signers.insert(signer.text.trimmed, at: 0)
      texts.removeLast()
      isFirst = false
      // What stands above a blank line is text.
      if signer.followsBlank { break }
    }
    prose[last.id] = texts
    draft.agency = signers.first { $0 == title?.agency } ?? signers.first
    if signers.count > 1 { draft.signature.agencies = signers.map { Report.Signer(name: $0) } }
    return draft.agency == nil
  }

  /// Reads what stands below the date: a line for a signature by hand, or what is no longer the report's.
  private mutating func readBehind(_ texts: ArraySlice<Text>, _ draft: inout ReportDraft) {
    guard let first = texts.first else { return }
    if texts.count == 1, first.text.contains("签字"), first.text.unicodeScalars.count <= 20 {
      draft.signature.handSignature = first.text.trimmed
    } else {
      findings.append(Diagnostic(.notice, .outside(texts.count, before: false), at: first.place))
    }
  }

  /// A line with the agency and the date.
  private func signedLine(_ paragraph: Text) -> (signature: String, date: CalendarDate)? {
    guard let signed = DateText.signed(paragraph.text) else { return nil }
    let front = Text(text: signed.signature, place: paragraph.place, followsBlank: paragraph.followsBlank)
    return isSignature(front) ? signed : nil
  }

  /// Whether all cells of a row with text in them are signatures.
  func areSignatures(_ cells: [PublishedDocument.Cell]) -> Bool {
    let filled = cells.filter { !$0.isBlank }
    return !filled.isEmpty
      && filled.allSatisfy { namesAgency(Text(text: $0.text, place: $0.place, followsBlank: false)) }
  }

  private func isSignature(_ paragraph: Text) -> Bool {
    namesAgency(paragraph) || (paragraph.followsBlank && isName(paragraph.text.trimmed))
  }

  private func isName(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    return (2...50).contains(scalars.count) && !scalars.contains { "。；：，！？".unicodeScalars.contains($0) }
  }

  private func namesAgency(_ paragraph: Text) -> Bool {
    let name = paragraph.text.trimmed
    guard isName(name) else { return false }
    if let agency = title?.agency, !agency.isEmpty, name.hasPrefix(agency) || agency.hasSuffix(name) {
      return true
    }
    return Self.endings.contains { name.hasSuffix($0) }
  }

  private static let endings = [
    "政府", "局", "厅", "委", "办", "会", "院", "处", "中心", "室", "街道", "乡", "镇", "所", "站", "队", "公司", "部", "署", "社",
    "馆",
  ]
}
