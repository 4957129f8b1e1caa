/// What can be asked of `loop`.
enum LoopMember: String, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  var number: Int32 {
    switch self {
    case .index: 0
    case .index0: 1
    case .revindex: 2
    case .revindex0: 3
    case .first: 4
    case .last: 5
    case .length: 6
    case .depth: 7
    case .depth0: 8
    case .previtem: 9
    case .nextitem: 10
    }
  }

  /// Whether it can't be known before all items are.
  var needsAllItems: Bool { self == .length || self == .revindex || self == .revindex0 }

  static let byNumber = allCases.sorted { $0.number < $1.number }

  /// Its value in the loop's present state.
  func value(in state: LoopState) -> Value {
    if let stream = state.stream { return value(in: state, stream) }
    let index = state.index
    let count = state.items.count
    return switch self {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(count - index)
    case .revindex0: .int(count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == count - 1)
    case .length: .int(count)
    case .depth: .int(state.depth0 + 1)
    case .depth0: .int(state.depth0)
    case .previtem: index > 0 ? state.items[index - 1] : .undefined(name: "loop.previtem")
    case .nextitem: index + 1 < count ? state.items[index + 1] : .undefined(name: "loop.nextitem")
    }
  }

  private func value(in state: LoopState, _ stream: LoopStream) -> Value {
    switch self {
    case .index: .int(state.index + 1)
    case .index0: .int(state.index)
    case .first: .bool(state.index == 0)
    case .last: .bool(stream.isLast)
    case .depth: .int(state.depth0 + 1)
    case .depth0: .int(state.depth0)
    case .previtem: stream.previous ?? .undefined(name: "loop.previtem")
    case .nextitem: stream.ahead ?? .undefined(name: "loop.nextitem")
    case .length, .revindex, .revindex0: .undefined(name: "loop.\(rawValue)")
    }
  }
}
