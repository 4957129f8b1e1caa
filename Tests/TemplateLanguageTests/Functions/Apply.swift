@testable import TemplateLanguage

/// Calls a built-in filter the way a template does.
func apply(
  _ filter: String, _ value: Value, _ positional: Value..., named: [(name: String, value: Value)] = [],
  undefined: UndefinedPolicy = .error
) throws(ValueError) -> Value {
  let context = CallContext(environment: Environment(), undefined: undefined)
  guard let function = context.environment.filter(filter) else {
    throw ValueError(.unknownFilter(filter, in: context.environment))
  }
  return try function.call(value, Arguments(positional: positional, named: named), context)
}
