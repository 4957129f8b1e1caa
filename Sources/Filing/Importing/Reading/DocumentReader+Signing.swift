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
      signers.insert(contentsOf: names(in: signer), at: 0)
      texts.removeLast()
      isFirst = false
      // What stands above a blank line is text.
      if signer.followsBlank { break }
    }
    prose[last.id] = texts
    signers = whole(signers)
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

  /// The names in a line: several agencies of a joint issue stand side by side.
  private func names(in line: Text) -> [String] {
    let names = line.text.split { $0 == " " || $0 == "\u{3000}" }.map(String.init)
    let areAgencies = names.allSatisfy {
      namesAgency(Text(text: $0, place: line.place, followsBlank: false))
    }
    return areAgencies ? names : [line.text.trimmed]
  }

  /// Names of which a second line, which is no name by itself, stands by itself are put together.
  private func whole(_ lines: [String]) -> [String] {
    lines.reduce(into: []) { names, line in
      if Self.secondLines.contains(line), let last = names.popLast() {
        names.append(last + line)
      } else {
        names.append(line)
      }
    }
  }

  private static let secondLines: Set = ["人民政府", "办公室", "委员会", "管理委员会"]

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
