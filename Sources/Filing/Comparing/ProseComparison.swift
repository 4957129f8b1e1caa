import Forms

/// A part of running text in two reports.
public struct ProseComparison: Sendable, Hashable {
  /// The section's id; `opening` for what stands before the first.
  public let section: String
  /// The section's heading; nil for the opening.
  public let heading: String?
  /// The paragraphs of both, in order.
  public let paragraphs: [ParagraphChange]

  /// Whether anything differs.
  public var isChanged: Bool { paragraphs.contains { $0.kind != .same } }

  static func all(_ before: Report, _ after: Report) -> [ProseComparison] {
    var all = [
      ProseComparison(
        section: "opening", heading: nil, paragraphs: ParagraphChange.all(before.opening, after.opening))
    ]
    for section in after.definition.proseSections {
      all.append(
        ProseComparison(
          section: section.id, heading: section.heading,
          paragraphs: ParagraphChange.all(before.sections[section.id] ?? [], after.sections[section.id] ?? [])
        ))
    }
    return all
  }
}

/// A paragraph in two reports.
public struct ParagraphChange: Sendable, Hashable {
  /// What became of it.
  public let kind: Change
  /// Its number in the first report, from 1; nil if it was added.
  public let before: Int?
  /// Its number in the second report, from 1; nil if it was removed.
  public let after: Int?
  /// Its sentences, in order; those of a paragraph that is the same are all the same.
  public let sentences: [SentenceChange]

  /// What became of a piece of text.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case same
    case added
    case removed
    /// A paragraph some sentences of which differ.
    case changed
  }
}

/// A sentence in two reports.
public struct SentenceChange: Sendable, Hashable {
  /// What became of it: it is the same, was added or was removed.
  public let kind: ParagraphChange.Change
  /// The sentence with its mark.
  public let text: String
}
