extension ParagraphChange {
  /// The paragraphs of two texts, matched: first those that are the same, then, between these, those that begin with
  /// the same sub-heading or share sentences.
  static func all(_ before: [String], _ after: [String]) -> [ParagraphChange] {
    var changes: [ParagraphChange] = []
    var pending = Gap()
    for step in Alignment.steps(before, after) {
      switch step {
      case .removed(let index): pending.removed.append(index)
      case .added(let index): pending.added.append(index)
      case .same(let left, let right):
        changes += pending.changes(before, after)
        pending = Gap()
        changes.append(
          ParagraphChange(
            kind: .same, before: left + 1, after: right + 1,
            sentences: SentenceText.sentences(before[left]).map { SentenceChange(kind: .same, text: $0) }))
      }
    }
    return changes + pending.changes(before, after)
  }
}

/// Paragraphs between two that are the same.
private struct Gap {
  var removed: [Int] = []
  var added: [Int] = []

  func changes(_ before: [String], _ after: [String]) -> [ParagraphChange] {
    var changes: [ParagraphChange] = []
    var next = 0
    let oldTexts = removed.map { ComparedParagraph(before[$0]) }
    let newTexts = added.map { ComparedParagraph(after[$0]) }
    for (position, old) in removed.enumerated() {
      let match = (next..<added.count).first { oldTexts[position].isLike(newTexts[$0]) }
      guard let match else {
        changes.append(whole(.removed, before[old], before: old + 1, after: nil))
        continue
      }
      while next < match {
        changes.append(whole(.added, after[added[next]], before: nil, after: added[next] + 1))
        next += 1
      }
      changes.append(
        ParagraphChange(
          kind: .changed, before: old + 1, after: added[match] + 1,
          sentences: SentenceText.changes(oldTexts[position].sentences, newTexts[match].sentences)))
      next = match + 1
    }
    while next < added.count {
      changes.append(whole(.added, after[added[next]], before: nil, after: added[next] + 1))
      next += 1
    }
    return changes
  }

  private func whole(
    _ kind: ParagraphChange.Change, _ text: String, before: Int?, after: Int?
  ) -> ParagraphChange {
    ParagraphChange(
      kind: kind, before: before, after: after,
      sentences: SentenceText.sentences(text).map { SentenceChange(kind: kind, text: $0) })
  }
}

/// A paragraph made ready to be held against others.
private struct ComparedParagraph {
  let sentences: [String]
  private let lead: String
  private let known: Set<String>

  init(_ text: String) {
    sentences = SentenceText.sentences(text)
    known = Set(sentences)
    // （一）主动公开, without what follows the sub-heading.
    lead = text.hasPrefix("（") ? String(text.prefix(3)) : ""
  }

  /// Whether the paragraphs have the same number, or a third of their sentences in common; a paragraph of one
  /// sentence without a number is like any other of that kind.
  func isLike(_ other: ComparedParagraph) -> Bool {
    if !lead.isEmpty || !other.lead.isEmpty { return lead == other.lead }
    if sentences.count == 1, other.sentences.count == 1 { return true }
    let common = known.intersection(other.known).count
    return common > 0 && common * 3 >= min(known.count, other.known.count)
  }
}

/// Sentences of Chinese prose.
enum SentenceText {
  /// The text cut behind each 。！？ and ；.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      current.append(scalar)
      if scalar == "。" || scalar == "！" || scalar == "？" || scalar == "；" {
        sentences.append(String(current))
        current = String.UnicodeScalarView()
      }
    }
    return current.isEmpty ? sentences : sentences + [String(current)]
  }

  static func changes(_ before: [String], _ after: [String]) -> [SentenceChange] {
    Alignment.steps(before, after).map { step in
      switch step {
      case .removed(let index): SentenceChange(kind: .removed, text: before[index])
      case .added(let index): SentenceChange(kind: .added, text: after[index])
      case .same(let index, _): SentenceChange(kind: .same, text: before[index])
      }
    }
  }
}

/// Two sequences of texts, one beside the other.
enum Alignment {
  enum Step: Hashable {
    case same(Int, Int)
    case removed(Int)
    case added(Int)
  }

  /// The most texts that are held against each other; more are taken as replaced, so that time stays bounded.
  private static let most = 2_000

  /// What has to be removed and added to come from one to the other, removals first where they meet.
  static func steps(_ before: [String], _ after: [String]) -> [Step] {
    guard before.count <= most, after.count <= most else {
      return before == after
        ? before.indices.map { .same($0, $0) }
        : before.indices.map(Step.removed) + after.indices.map(Step.added)
    }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left), left < before.count {
        steps.append(.removed(left))
        left += 1
      } else if added.contains(right), right < after.count {
        steps.append(.added(right))
        right += 1
      } else {
        steps.append(.same(left, right))
        left += 1
        right += 1
      }
    }
    return steps
  }
}
