/// What a program consists of; shared by its copies.
final class Code: Sendable {
  let instructions: [Instruction]
  /// Where each instruction comes from, as an index into `places`.
  let placeOfInstruction: [Int32]
  /// Where to go on after a fault in each instruction.
  let recoveries: [Int32]
  let places: [SourcePlace]
  let pools: Pools
  /// The paths that continue each path, those that continue none first.
  let pathChildren: [[Int32]]
  let functions: [Function]
  let loops: [LoopHeader]
  let environment: Environment
  /// Names the data is looked up for.
  let names: [String]
  /// Names of the template's own: variables and macros.
  let ownNames: [String]
  let references: [DataReference]
  /// The template's own names that others may import, with their slots.
  let exports: [(name: String, slot: Int32)]

  init(
    instructions: [Instruction], placeOfInstruction: [Int32], recoveries: [Int32], places: [SourcePlace],
    pools: Pools, functions: [Function], loops: [LoopHeader], environment: Environment, names: [String],
    ownNames: [String], references: [DataReference], exports: [(name: String, slot: Int32)]
  ) {
    self.exports = exports
    self.instructions = instructions
    self.placeOfInstruction = placeOfInstruction
    self.recoveries = recoveries
    self.places = places
    self.pools = pools
    var children: [[Int32]] = Array(repeating: [], count: pools.paths.count + 1)
    for (number, path) in pools.paths.enumerated() { children[Int(path.parent) + 1].append(Int32(number)) }
    pathChildren = children
    self.functions = functions
    self.loops = loops
    self.environment = environment
    self.names = names
    self.ownNames = ownNames
    self.references = references
  }
}

/// A stretch of a tag.
struct SourcePlace: Sendable, Hashable {
  let origin: Int
  let range: Range<Int>
}

/// `x.name`: the name, and the source of the whole for messages.
struct MemberName: Sendable, Hashable {
  let name: String
  let text: String
}

/// A name looked up in the data, or a member or item of another path; looked up once a run.
struct DataPath: Sendable {
  /// The path it continues; -1 for a name.
  let parent: Int32
  let key: Value
  /// Whether it was written as an item, `a['b']`.
  let isItem: Bool
  /// `a.b.c`, for messages.
  let text: String
  /// The number of its last name among all such names; where one is found in one mapping it may be in others.
  let hint: Int32
}

/// The arguments of a call on the stack: positional ones, named ones, `*`, `**`.
struct CallShape: Sendable, Hashable {
  var positional = 0
  var names: [String] = []
  var hasSpread = false
  var hasNamedSpread = false

  var count: Int { positional + names.count + (hasSpread ? 1 : 0) + (hasNamedSpread ? 1 : 0) }
}

/// A macro, the body of a `call` block, or a recursive loop.
struct Function: Sendable {
  var name: String
  /// What it counts as in messages and for `typeName`.
  var kind: Kind
  var entry: Int32 = 0
  var slotCount: Int32 = 0
  /// The parameters' slots are the first ones, in order.
  var parameters: [String] = []
  /// How many of them have no default value.
  var required = 0
  var varargs: Int32 = -1
  var kwargs: Int32 = -1
  var caller: Int32 = -1

  enum Kind: Sendable, CaseIterable {
    case main
    case macro
    case callBody
    case loop
  }
}

/// What is known of a loop when compiling.
struct LoopHeader: Sendable {
  /// The source of what it goes through, for the trace.
  let text: String
}
