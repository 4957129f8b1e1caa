/// Arithmetic and joining of texts.
package enum BinaryOperator: UInt8, Sendable, CaseIterable {
  case add
  case subtract
  case multiply
  case divide
  case floorDivide
  case modulo
  case power
  case concatenate

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    case .concatenate: "~"
    }
  }
}

/// Comparisons and membership.
package enum ComparisonOperator: UInt8, Sendable, CaseIterable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case isIn
  case isNotIn

  var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }
}

/// What operators do to values: as in Python, but that decimals are exact.
///
/// Operators that need a value throw on one that does not exist; `==`, `!=`, `~`, `in`, members and items take
/// it, as Jinja2 does.
enum Operators {}
