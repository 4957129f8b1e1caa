import BinaryForms

/// Hands out what must be unique over all parts of one document.
struct PackageCounters {
  private var lastDrawingID: Int
  private var last: [Identity.Space: Int]
  private var used: Set<Identity>
  /// What stands for the template's names and numbers in the rounds under way.
  private var current: [Identity: String] = [:]
  private var nextSuffix: [String: Int] = [:]

  /// Word's bookmarks have names of at most 40 characters.
  private static let nameLimit = 40

  /// - Parameters:
  ///   - greatest: the greatest number in the template, by space.
  ///   - fixed: what stands in the template outside of blocks that repeat.
  init(afterDrawing drawing: Int, greatest: [Identity.Space: Int], fixed: Set<Identity>) {
    lastDrawingID = drawing
    last = greatest
    used = fixed
  }

  mutating func drawingID() -> Int {
    lastDrawingID += 1
    return lastDrawingID
  }

  /// A round of a loop begins: what it holds is another than what the round before held.
  mutating func beginRound(_ identities: [Identity]) {
    for identity in identities { current[identity] = nil }
  }

  /// What stands for `identity` in the round under way.
  mutating func text(of identity: Identity) -> String {
    if let known = current[identity] { return known }
    let made = makeText(of: identity)
    current[identity] = made
    return made
  }

  /// Something unlike all before it; the template's own the first time.
  mutating func makeText(of identity: Identity) -> String {
    if used.insert(identity).inserted { return identity.text }
    return identity.space == .name ? makeName(identity.text) : makeNumber(identity.space)
  }

  private mutating func makeNumber(_ space: Identity.Space) -> String {
    repeat {
      last[space, default: 0] += 1
    } while !used.insert(Identity(space: space, text: String(last[space, default: 0]))).inserted
    return String(last[space, default: 0])
  }

  /// `name_2`, `name_3` and so on.
  private mutating func makeName(_ name: String) -> String {
    var suffix = nextSuffix[name] ?? 2
    while true {
      let ending = "_\(suffix)"
      let made = String(name.prefix(max(Self.nameLimit - ending.count, 1))) + ending
      suffix += 1
      if used.insert(Identity(space: .name, text: made)).inserted {
        nextSuffix[name] = suffix
        return made
      }
    }
  }

  /// `name` itself if it is free, else with a number.
  mutating func uniqueName(_ name: String) -> String { makeText(of: Identity(space: .name, text: name)) }
}

extension PackageCounters {
  /// As they are before a document is made.
  func write(to writer: inout BinaryWriter) {
    writer.write(lastDrawingID)
    writer.list(Identity.Space.allCases) { $0.write(last[$1] ?? -1) }
    writer.list(used.sorted { ($0.text, "\($0.space)") < ($1.text, "\($1.space)") }) { $1.write(to: &$0) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    let drawing = try reader.int()
    let numbers = try reader.ints()
    let greatest = Dictionary(zip(Identity.Space.allCases, numbers).filter { $0.1 >= 0 }) { first, _ in first
    }
    self.init(afterDrawing: drawing, greatest: greatest, fixed: Set(try reader.list(Identity.init(from:))))
  }
}
