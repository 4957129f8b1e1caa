/// A label of the form in all the wordings that are known.
struct LabelText {
  private let official: LabelKey
  private let others: Set<LabelKey>
  private let bare: [LabelKey]
  /// The wordings without remarks in brackets at the end.
  private let plain: Set<LabelKey>

  /// How well a text fits a label.
  enum Fit: Int, Comparable {
    /// The same but for a character or two, or a remark in brackets.
    case near
    /// Another known wording, or the official one under another number.
    case known
    /// The official wording.
    case official

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ label: String, _ others: [String] = []) {
    official = LabelKey(label)
    let bare = ([label] + others).map { LabelKey(withoutNumber: $0) }
    self.bare = bare
    plain = Set(([label] + others).compactMap(LabelCandidate.plain))
    self.others = Set(others.map { LabelKey($0) } + bare)
  }

  /// How well `text` fits, short of likeness.
  func fit(_ text: LabelCandidate) -> Fit? {
    if text.key.isEmpty { return nil }
    if text.key == official { return .official }
    if others.contains(text.key) || others.contains(text.bare) { return .known }
    return text.plain.map(plain.contains) ?? false ? .near : nil
  }

  /// How many characters `text` is away from the nearest wording; nil if too many to be the same.
  func distance(_ text: LabelCandidate) -> Int? {
    var nearest: Int?
    for wording in bare {
      let most = wording.count / 5
      guard most > 0, let distance = wording.distance(to: text.bare, most: most) else { continue }
      nearest = min(nearest ?? distance, distance)
    }
    return nearest
  }

  /// Whether a wording begins with `text`.
  func begins(with text: LabelCandidate) -> Bool {
    bare.contains { $0.scalars.starts(with: text.bare.scalars) }
  }

  /// Whether `text` is a piece of a wording.
  func holds(_ text: LabelCandidate) -> Bool {
    official.contains(text.key) || bare.contains { $0.contains(text.bare) }
  }

  /// Whether `text` holds the label and a few words around it.
  func isContained(in text: LabelCandidate) -> Bool {
    bare.contains { $0.count >= 4 && text.key.contains($0) }
  }
}

/// A text of a document that may be a label.
struct LabelCandidate {
  let text: String
  let key: LabelKey
  let bare: LabelKey
  /// The text without its number and without a remark in brackets at its end; nil if nothing is left.
  let plain: LabelKey?

  init(_ text: String) {
    self.text = text
    key = LabelKey(text)
    bare = LabelKey(withoutNumber: text)
    plain = Self.plain(text)
  }

  fileprivate static func plain(_ text: String) -> LabelKey? {
    var rest = LabelKey.withoutNumber(text)
    while rest.last?.isBlank == true { rest.removeLast() }
    var depth = 0
    while let last = rest.last {
      if last == "）" || last == ")" { depth += 1 }
      if depth == 0 { break }
      if last == "（" || last == "(" { depth -= 1 }
      rest.removeLast()
    }
    let key = LabelKey(String(rest))
    return key.count < 2 ? nil : key
  }
}
