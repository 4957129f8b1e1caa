/// The expressions of one tag: nodes in one array, children before their parents.
///
/// Flat, so that neither building nor dropping it recurses.
package struct ExpressionTree: Sendable {
  /// A node's index.
  package typealias ID = Int32

  package enum Node: Sendable {
    case constant(Value)
    case name(String)
    /// What a filter block or a block `set` has captured.
    case captured
    case list([ID])
    case mapping([(key: ID, value: ID)])
    case negate(ID)
    case plus(ID)
    case binary(BinaryOperator, ID, ID)
    /// `a < b <= c`: the first operand, then operators with theirs.
    case comparison(ID, [(operation: ComparisonOperator, operand: ID)])
    case and(ID, ID)
    case or(ID, ID)
    case not(ID)
    case conditional(test: ID, then: ID, otherwise: ID?)
    case member(ID, String)
    case item(ID, ID)
    case slice(ID, from: ID?, to: ID?, step: ID?)
    case call(ID, CallArguments)
    case filter(ID, NamedFunction)
    case test(ID, NamedFunction)
  }

  /// A filter's or test's name and arguments.
  package struct NamedFunction: Sendable {
    package let name: String
    package let nameRange: Range<Int>
    package let arguments: CallArguments
  }

  /// The arguments of a call as written.
  package struct CallArguments: Sendable {
    package var positional: [ID] = []
    package var named: [(name: String, value: ID)] = []
    /// `*more`
    package var spread: ID?
    /// `**more`
    package var namedSpread: ID?

    var all: [ID] { positional + named.map(\.value) + [spread, namedSpread].compactMap { $0 } }
    var isEmpty: Bool { positional.isEmpty && named.isEmpty && spread == nil && namedSpread == nil }
  }

  package private(set) var nodes: [Node] = []
  /// Where each node stands, in UTF-8 offsets from the tag's first delimiter.
  package private(set) var ranges: [Range<Int>] = []
  private var depths: [Int32] = []

  /// How deep nodes may stand inside each other.
  static let deepest: Int32 = 400

  /// Adds a node; nil if it would be too deep.
  mutating func add(_ node: Node, _ range: Range<Int>) -> ID? {
    var depth: Int32 = 0
    Self.forEachChild(of: node) { depth = max(depth, depths[Int($0)] + 1) }
    guard depth < Self.deepest else { return nil }
    nodes.append(node)
    ranges.append(range)
    depths.append(depth)
    return ID(nodes.count - 1)
  }

  /// Counts the parentheses around a node as part of it.
  mutating func widen(_ id: ID, to range: Range<Int>) { ranges[Int(id)] = range }

  package subscript(id: ID) -> Node { nodes[Int(id)] }

  /// Where the node stands.
  package func range(of id: ID) -> Range<Int> { ranges[Int(id)] }

  /// The children in the order they are evaluated in.
  static func forEachChild(of node: Node, _ body: (ID) -> Void) {
    switch node {
    case .constant, .name, .captured: break
    case .list(let elements): elements.forEach(body)
    case .mapping(let pairs):
      for pair in pairs {
        body(pair.key)
        body(pair.value)
      }
    case .negate(let operand), .plus(let operand), .not(let operand), .member(let operand, _): body(operand)
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .item(let left, let right):
      body(left)
      body(right)
    case .comparison(let first, let rest):
      body(first)
      for (_, operand) in rest { body(operand) }
    case .conditional(let test, let then, let otherwise):
      body(test)
      body(then)
      if let otherwise { body(otherwise) }
    case .slice(let operand, let from, let to, let step):
      body(operand)
      for bound in [from, to, step] {
        if let bound { body(bound) }
      }
    case .call(let callee, let arguments):
      body(callee)
      arguments.all.forEach(body)
    case .filter(let operand, let function), .test(let operand, let function):
      body(operand)
      function.arguments.all.forEach(body)
    }
  }
}
