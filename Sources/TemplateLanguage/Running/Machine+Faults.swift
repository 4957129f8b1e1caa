import Diagnostics

extension Machine {
  /// The value of what has failed and was reported: to use it fails without a word.
  static let poison = Value.undefined(name: "\u{0}")
  /// A parameter for which nothing was given.
  static let notGiven = "\u{1}"
  /// What an `if` without `else` yields: prints nothing, and is false.
  static let noValue = Value.undefined(name: "")

  /// An unknown name is about to be used: faults unless that is allowed.
  mutating func require(_ name: String) throws(ValueError) {
    if name == "\u{0}" { throw ValueError(.reported) }
    if options.undefined == .error, !name.isEmpty { throw unknown(name) }
  }

  /// The fault of an unknown name; what it says is made up when it is reported, since a loop may have many.
  mutating func unknown(_ name: String) -> ValueError {
    unknownInUse = name
    return ValueError(.unknownNameInUse)
  }

  /// A fault that ends the run.
  mutating func over(_ message: Message) -> ValueError {
    isOver = true
    hasMetLimit = true
    return ValueError(message)
  }

  /// Records a fault and goes on after the tag.
  mutating func recover(from error: ValueError) {
    let faulty = address - 1
    if !error.message.code.isEmpty {
      record(error.message == .unknownName("") ? .noResult : error.message, at: faulty)
    }
    guard !isOver else { return }
    if let frame = frames.last { stack.removeLast(stack.count - frame.stackBase) }
    address = Int(code.recoveries[faulty])
  }

  /// Faults of one kind at one place that are reported.
  static let mostRepetitions = 10

  mutating func record(_ message: Message, at address: Int) {
    var message = message
    let place = code.places[Int(code.placeOfInstruction[address])]
    let key = FaultKey(place: place, code: message.code)
    repeated[key, default: Repeated()].count += 1
    if repeated[key, default: Repeated()].count > Self.mostRepetitions, !isOver { return }
    guard faults.count < options.limits.faults || isOver else {
      unlisted += 1
      return
    }
    if message == .unknownNameInUse { message = unknownName(unknownInUse) }
    repeated[key]?.last = faults.count
    faults.append(
      Fault(origin: place.origin, range: place.range, message: message, trace: trace))
  }

  /// Says of each kind of fault at each place how many more of it there were, and how many faults of other kinds
  /// and places are not listed at all.
  mutating func countUnlisted() {
    for repeated in repeated.values where repeated.count > Self.mostRepetitions {
      guard let last = repeated.last else { continue }
      faults[last].more = repeated.count - Self.mostRepetitions
    }
    guard unlisted > 0, let last = faults.last else { return }
    faults.append(Fault(origin: last.origin, range: last.range, message: .notListed(unlisted)))
  }

  /// The items of the loops under way, outermost first.
  private var trace: [String] {
    loops.filter { $0.index >= 0 }.map { loop in
      "\(code.loops[Int(loop.header)].text)[\(loop.number)]"
    }
  }

  // MARK: Suggestions

  /// Says that `name` is unknown, with the nearest known one.
  func unknownName(_ name: String) -> Message {
    if let lastMiss, lastMiss.text == name {
      return unknownMember(name, of: lastMiss.owner)
    }
    if let path = code.pools.paths.first(where: { $0.text == name }) {
      if path.parent >= 0 {
        let parent = Int(path.parent)
        return unknownMember(name, of: isPathKnown[parent] ? pathValues[parent] : .none)
      }
      let known = texts(of: data.keys) + code.ownNames
      return .unknownName(name, nearest: Suggestion.nearest(to: name, in: known))
    }
    return .unknownName(name, nearest: nil)
  }

  private func unknownMember(_ text: String, of owner: Value) -> Message {
    guard case .mapping(let mapping) = owner, let point = text.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return .unknownName(text, nearest: nil)
    }
    let name = String(text[text.index(after: point)...])
    let nearest = Suggestion.nearest(to: name, in: texts(of: mapping.keys))
    return .unknownName(text, nearest: nearest.map { text[...point] + $0 })
  }

  private func texts(of keys: [Value]) -> [String] {
    keys.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
