import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A loop or condition with nothing in it.
struct EmptyBlock: LintRule {
  let code = "empty-block"
  let title = (chinese: "块里什么也没有", english: "a block with nothing in it")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.blocks.compactMap { block -> LintFinding? in
        guard block.keyword == "for" || block.keyword == "if", Self.isEmpty(block, part, subject.dialect)
        else {
          return nil
        }
        return LintFinding(said(block.keyword), in: part.tags[block.open])
      }
    }
  }

  private func said(_ keyword: String) -> Message {
    message(
      "`\(keyword)` 和 `end\(keyword)` 之间什么也没有", "there is nothing between `\(keyword)` and `end\(keyword)`")
  }

  private static func isEmpty(_ block: LintBlock, _ part: LintPart, _ dialect: Dialect) -> Bool {
    guard block.middles.isEmpty, block.close == block.open + 1 else { return false }
    let (open, close) = (part.tags[block.open], part.tags[block.close])
    guard open.text.number == close.text.number else {
      // Rows and paragraphs between are something, if only blank lines.
      return close.text.number == open.text.number + 1 && siblings(open, close)
        && isBlank(open.text, open.scanned.range.upperBound..<open.text.bytes.count)
        && isBlank(close.text, 0..<close.scanned.range.lowerBound) && !holdsObject(open.text, dialect)
        && !holdsObject(close.text, dialect)
    }
    return isBlank(open.text, open.scanned.range.upperBound..<close.scanned.range.lowerBound)
      && !holdsObject(open.text, dialect)
  }

  private static func siblings(_ left: LintTag, _ right: LintTag) -> Bool {
    left.text.spot.part == right.text.spot.part
      && left.text.spot.steps.dropLast() == right.text.spot.steps.dropLast() && left.scanned.carrier == nil
  }

  private static func isBlank(_ text: LintText, _ range: Range<Int>) -> Bool {
    range.isEmpty || text.bytes[range].allSatisfy { $0 == 0x20 }
  }

  /// Whether the paragraph holds a picture or the like, which may stand in the block.
  private static func holdsObject(_ text: LintText, _ dialect: Dialect) -> Bool {
    guard let paragraph = text.paragraph else { return false }
    return paragraph.node.descendants.contains { node in
      dialect.role(of: node) == .object && node.parent.map { dialect.role(of: $0) != .silent } ?? false
    }
  }
}
