/// A macro, or the body of a `call` block, as a value.
struct MacroObject: TemplateObject, Hashable {
  let function: Int32
  /// The frame it was defined in, whose variables it sees.
  let frame: Int
  /// That frame's serial number; if another one has taken its place, the macro can't be called any more.
  let serial: Int
  let name: String
  let parameters: [String]
  let takesMore: Bool
  let takesNames: Bool
  let takesCaller: Bool

  var typeName: String { "a macro" }
  var chineseTypeName: String { "宏" }

  func member(_ member: String) -> Value? {
    switch member {
    case "name": .string(name)
    case "arguments": .list(parameters.map { .string($0) })
    case "catch_varargs": .bool(takesMore)
    case "catch_kwargs": .bool(takesNames)
    case "caller": .bool(takesCaller)
    default: nil
    }
  }
}
