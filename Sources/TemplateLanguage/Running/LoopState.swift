import Synchronization

/// A loop under way.
struct LoopState: Sendable {
  var items: [Value]
  /// The items, if they are read as the loop goes on.
  var stream: LoopStream?
  /// The present item's; -1 before the first.
  var index = -1
  let header: Int32
  let depth0: Int
  /// The items' numbers in the list gone through, if a condition has left some out.
  var numbers: [Int]?
  /// While the condition is asked: the items that stay.
  var kept: [Value] = []
  var keptNumbers: [Int] = []
  /// What `loop.changed` was last asked with.
  var lastChecked: [Value]?
  /// The loop as a value, if the template has taken it.
  var object: LoopObject?

  init(items: [Value], header: Int32, depth0: Int) {
    self.items = items
    self.header = header
    self.depth0 = depth0
  }

  /// The present item's number in the list gone through.
  var number: Int { numbers.map { $0[index] } ?? index }

  /// Whether the arguments differ from those of the call before.
  mutating func changed(_ arguments: [Value]) -> Bool {
    defer { lastChecked = arguments }
    return lastChecked != arguments
  }

  func cycle(_ arguments: [Value]) -> Value {
    arguments.isEmpty ? .none : arguments[index % arguments.count]
  }
}

/// A loop as a value, as in `{% set outer = loop %}`; follows the loop as it goes on.
final class LoopObject: TemplateObject {
  private let state: Mutex<LoopState>

  init(_ state: LoopState) { self.state = Mutex(state) }

  var typeName: String { "a loop" }
  var chineseTypeName: String { "循环" }

  func follow(index: Int) { state.withLock { $0.index = index } }

  func member(_ name: String) -> Value? {
    if let member = LoopMember(rawValue: name) { return state.withLock { member.value(in: $0) } }
    switch name {
    case "cycle": return .object(LoopMethod(loop: self, isCycle: true))
    case "changed": return .object(LoopMethod(loop: self, isCycle: false))
    default: return nil
    }
  }

  fileprivate func cycle(_ arguments: [Value]) -> Value { state.withLock { $0.cycle(arguments) } }
  fileprivate func changed(_ arguments: [Value]) -> Bool { state.withLock { $0.changed(arguments) } }
}

private struct LoopMethod: CallableObject {
  let loop: LoopObject
  let isCycle: Bool

  var typeName: String { "a method" }
  var chineseTypeName: String { "方法" }

  func call(_ arguments: Arguments) throws(ValueError) -> Value {
    isCycle ? loop.cycle(arguments.positional) : .bool(loop.changed(arguments.positional))
  }
}
