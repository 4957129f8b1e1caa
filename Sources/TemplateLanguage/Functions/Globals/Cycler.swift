import Synchronization

/// Jinja2's `cycler`: hands out its values in turn, over as many loops as one likes.
final class Cycler: TemplateObject {
  private let values: [Value]
  private let position = Mutex(0)

  /// `values` are not empty.
  init(_ values: [Value]) { self.values = values }

  var typeName: String { "a cycler" }
  var chineseTypeName: String { "轮换器" }

  func member(_ name: String) -> Value? {
    switch name {
    case "current": current
    case "next": .object(BuiltIn.BoundMethod(name: "next") { self.next() })
    case "reset":
      .object(
        BuiltIn.BoundMethod(name: "reset") {
          self.position.withLock { $0 = 0 }
          return .none
        })
    default: nil
    }
  }

  private var current: Value { values[position.withLock { $0 }] }

  private func next() -> Value {
    values[
      position.withLock { position in
        defer { position = (position + 1) % values.count }
        return position
      }]
  }
}

/// Jinja2's `joiner`: prints nothing when it is called for the first time, and then its separator.
final class Joiner: CallableObject {
  private let separator: Value
  private let isUsed = Mutex(false)

  init(_ separator: Value) { self.separator = separator }

  var typeName: String { "a joiner" }
  var chineseTypeName: String { "连接器" }

  func call(_ arguments: Arguments) throws(ValueError) -> Value {
    let wasUsed = isUsed.withLock { isUsed in
      defer { isUsed = true }
      return isUsed
    }
    return wasUsed ? separator : ""
  }
}
