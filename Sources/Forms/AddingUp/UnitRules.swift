/// The form's own arithmetic, to find the unit whose figures can't be right.
struct UnitRules {
  private let equations: [FormEquation]

  init(_ definition: FormDefinition) {
    equations = definition.rules.filter { !$0.needsPrevious }.flatMap(\.equations)
  }

  /// The cells of the equations that do not hold in a report.
  func brokenCells(in report: Report) -> Set<Int> {
    var cells: Set<Int> = []
    for equation in equations {
      guard let left = report.sum(of: equation.left), let right = report.sum(of: equation.right),
        left != right
      else { continue }
      cells.formUnion((equation.left + equation.right).map(\.cell))
    }
    return cells
  }
}
