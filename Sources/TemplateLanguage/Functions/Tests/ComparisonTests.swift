extension BuiltIn {
  /// Tests that compare, `is gt(0)`, under all of Jinja2's names.
  static let comparisonTests: [NativeFunction] =
    [
      comparison(["==", "eq", "equalto"], .equal), comparison(["!=", "ne"], .notEqual),
      comparison([">", "gt", "greaterthan"], .greater), comparison([">=", "ge"], .greaterOrEqual),
      comparison(["<", "lt", "lessthan"], .less), comparison(["<=", "le"], .lessOrEqual),
      comparison(["in"], .isIn, parameter: "seq"),
    ].flatMap { $0 } + [
      NativeFunction("sameas", Parameters("other")) { (call) throws(ValueError) in
        .bool(isSame(call.value, call[0] ?? .none))
      }
    ]

  private static func comparison(
    _ names: [String], _ operation: ComparisonOperator, parameter: String = "other"
  ) -> [NativeFunction] {
    names.map { name in
      NativeFunction(name, Parameters(parameter)) { (call) throws(ValueError) in
        .bool(try Operators.compare(operation, call.value, call[0] ?? .none))
      }
    }
  }

  /// Equal, and of the same kind: 1 is not the same as 1.0 or true.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    let isSameKind =
      switch (left, right) {
      case (.bool, .bool), (.decimal, .decimal): true
      case (.bool, _), (_, .bool), (.decimal, _), (_, .decimal): false
      default: true
      }
    return isSameKind && left == right
  }
}
