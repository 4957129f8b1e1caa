/// What every environment begins with.
enum BuiltIn {
  static let filters = table(
    textFilters, wrappingFilters, numberFilters, sequenceFilters, orderingFilters, selectionFilters,
    otherFilters, officialFilters,
    refusedFilters)
  static let tests = table(typeTests, comparisonTests, otherTests)
  static let globals = table(globalFunctions)

  static func table(_ groups: [NativeFunction]...) -> [String: NativeFunction] {
    var table: [String: NativeFunction] = [:]
    for function in groups.joined() { table[function.name] = function }
    return table
  }
}
