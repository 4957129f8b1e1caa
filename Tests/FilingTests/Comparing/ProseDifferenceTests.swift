@testable import Filing
import Testing

@Suite("Prose of two reports")
struct ProseDifferenceTests {
  /// `kind before after: sentences`, those removed and added with a mark.
  private func changes(_ before: [String], _ after: [String]) -> [String] {
    ParagraphChange.all(before, after).map { change in
      let numbers = "\(change.before.map(String.init) ?? "-") \(change.after.map(String.init) ?? "-")"
      let marks: [ParagraphChange.Change: String] = [.added: "+", .removed: "-"]
      let sentences = change.sentences.map { (marks[$0.kind] ?? "") + $0.text }
      return "\(change.kind.rawValue) \(numbers): \(sentences.joined(separator: " "))"
    }
  }

  @Test("paragraphs that are the same stand beside each other; between them some were added or removed")
  func wholes() {
    #expect(
      changes(["甲。", "乙。"], ["甲。", "新。", "乙。"]) == ["same 1 1: 甲。", "added - 2: +新。", "same 2 3: 乙。"])
    #expect(
      changes(["甲。", "旧。", "乙。"], ["甲。", "乙。"]) == ["same 1 1: 甲。", "removed 2 -: -旧。", "same 3 2: 乙。"])
    #expect(changes([], []) == [] && changes([], ["甲"]) == ["added - 1: +甲"])
  }

  @Test("a paragraph of the same number is changed, sentence by sentence")
  func numbered() {
    #expect(
      changes(["（一）公开。一是甲；二是乙。", "（二）申请。丙。"], ["（一）公开。一是丁；二是乙。三是戊。", "（二）申请。丙。"])
        == ["changed 1 1: （一）公开。 -一是甲； +一是丁； 二是乙。 +三是戊。", "same 2 2: （二）申请。 丙。"])
    #expect(
      changes(["（一）甲。", "（二）乙。"], ["（二）丙。"]) == ["removed 1 -: -（一）甲。", "changed 2 1: -（二）乙。 +（二）丙。"])
  }

  @Test("without numbers, those that share sentences are the same paragraph")
  func shared() {
    #expect(
      changes(["甲。乙。丙。", "完全不同。的话。"], ["新的。段落。", "甲。乙。丁。"])
        == ["added - 1: +新的。 +段落。", "changed 1 2: 甲。 乙。 -丙。 +丁。", "removed 2 -: -完全不同。 -的话。"])
  }

  @Test("sentences end with their marks; what has none is one too")
  func sentences() {
    #expect(SentenceText.sentences("甲；乙！丙？丁") == ["甲；", "乙！", "丙？", "丁"])
    #expect(SentenceText.sentences("").isEmpty && SentenceText.sentences("。") == ["。"])
  }

  @Test("what is removed and added leads from one text to the other", arguments: 0..<20)
  func rebuilt(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    func text() -> [String] { (0..<random(12)).map { _ in "第\(random(5))句。第\(random(3))句；" } }
    let (before, after) = (text(), text())
    let found = ParagraphChange.all(before, after)
    #expect(found.compactMap(\.before).sorted() == (0..<before.count).map { $0 + 1 })
    #expect(found.compactMap(\.after) == (0..<after.count).map { $0 + 1 })
    let old = found.filter { $0.before != nil }.sorted { ($0.before ?? 0) < ($1.before ?? 0) }
    #expect(old.flatMap(\.sentences).filter { $0.kind != .added }.map(\.text).joined() == before.joined())
    #expect(found.flatMap(\.sentences).filter { $0.kind != .removed }.map(\.text).joined() == after.joined())
  }

  @Test("texts too long to hold against each other are replaced as a whole")
  func long() {
    let many = (0..<3_000).map { "第\($0)句。" }
    #expect(Alignment.steps(many, many.reversed()).count == 6_000)
    #expect(Alignment.steps(many, many).allSatisfy { if case .same = $0 { true } else { false } })
  }
}
