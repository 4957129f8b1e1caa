import Forms

/// Tells the headings of a form's sections from other paragraphs.
struct SectionHeadings {
  private let sections: [FormSection]
  private let labels: [LabelText]
  private let parts: [LabelKey?]

  init(_ definition: FormDefinition) {
    sections = definition.sections
    labels = sections.map { LabelText($0.heading, $0.otherHeadings) }
    parts = sections.map { $0.parts.first.map { LabelKey($0) } }
  }

  /// The section whose heading the paragraph is; none before `earliest`.
  func heading(_ text: String, from earliest: Int) -> Int? {
    let scalars = text.unicodeScalars
    guard scalars.count <= 60, !scalars.contains("。") else { return nil }
    let candidate = LabelCandidate(text.trimmed)
    for index in sections.indices where index >= earliest {
      if labels[index].fit(candidate) != nil { return index }
    }
    for index in sections.indices where index >= earliest {
      // Under its own number a heading may have other words around it.
      let hasNumber = Self.number(candidate.text) == Self.number(sections[index].heading)
      if hasNumber, labels[index].isContained(in: candidate) || labels[index].distance(candidate) != nil {
        return index
      }
    }
    return nil
  }

  /// The section of text that begins with this sub-heading although its own heading is missing.
  func sectionByPart(_ text: String, from earliest: Int) -> Int? {
    let start = LabelKey(String(text.unicodeScalars.prefix(40)))
    return sections.indices.first { index in
      guard index >= earliest, index == 0, let part = parts[index] else { return false }
      return start.scalars.starts(with: part.scalars)
    }
  }

  private static func number(_ text: String) -> Unicode.Scalar? {
    let scalars = Array(text.unicodeScalars.prefix(2))
    return scalars.count == 2 && "、.．，,".unicodeScalars.contains(scalars[1]) ? scalars[0] : nil
  }
}
