public import TemplateLanguage

extension Report {
  /// The sum of an equation's side.
  ///
  /// - Parameter previous: last year's report, on any edition.
  /// - Returns: nil if a figure is blank, or is last year's and not to be had.
  public func sum(of terms: [FormEquation.Term], previous: Report? = nil) -> Decimal? {
    var sum: Decimal = 0
    for term in terms {
      guard let number = figure(for: term, previous: previous)?.number else { return nil }
      sum = term.isNegative ? sum - number : sum + number
    }
    return sum
  }

  private func figure(for term: FormEquation.Term, previous: Report?) -> Figure? {
    guard term.isPrevious else { return figures[term.cell] }
    guard let previous, let cell = previous.definition.cell(identity: definition.cells[term.cell].identity)
    else {
      return nil
    }
    return previous.figures[cell.index]
  }
}
