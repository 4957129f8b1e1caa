public import Diagnostics

extension Report {
  /// The same report on another edition of the form.
  ///
  /// A figure goes to the cell that means the same. A row that the other edition does not divide takes the sum
  /// of the rows it is divided into here. Nothing else is reckoned or guessed: a cell for which there is no figure
  /// stays blank.
  ///
  /// - Returns: the report, and a warning for each figure that has no place in the other edition and for each cell
  ///   that stays blank, in the forms' order.
  public func transfer(to target: FormDefinition) -> (Report, [Diagnostic]) {
    var report = Report(
      definition: target, agency: agency, year: year, title: title, titleLines: titleLines,
      date: date, opening: opening, sections: sections, signature: signature, layout: layout,
      accepted: accepted, figures: [],
      source: ReportSource(file: source.file)
    )
    var moved: Set<Int> = []
    var blanks: [Diagnostic] = []
    report.figures = target.cells.map { cell in
      let sources = self.sources(of: cell)
      moved.formUnion(sources)
      if sources.isEmpty {
        blanks.append(
          Diagnostic(
            .warning, .noFigure(cell, edition: target.name),
            at: Place(file: source.file, .named("tables." + cell.path))))
      }
      return merged(sources)
    }
    report.source = source
    let unplaced = definition.cells.filter { !moved.contains($0.index) && figures[$0.index] != .blank }.map {
      cell in
      Diagnostic(.warning, .noPlace(cell, edition: target.name), at: source.place(cell.path))
    }
    return (report, unplaced + blanks)
  }

  /// The cells of this report's definition whose figures together are the figure of another definition's cell.
  private func sources(of cell: FormCell) -> [Int] {
    if let same = definition.cell(identity: cell.identity) {
      return same.kind == cell.kind ? [same.index] : []
    }
    return definition.cells.filter { own in
      own.table == cell.table && own.column == cell.column && own.kind == cell.kind && !own.isRowSum
        && own.row.count > cell.row.count && own.row.starts(with: cell.row)
    }
    .map(\.index)
  }

  private func merged(_ sources: [Int]) -> Figure {
    if sources.count == 1 { return figures[sources[0]] }
    guard !sources.isEmpty else { return .blank }
    var sum = 0
    for source in sources {
      guard case .count(let count) = figures[source] else { return .blank }
      sum += count
    }
    return .count(sum)
  }
}
