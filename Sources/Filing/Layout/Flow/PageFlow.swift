/// Lines and rows that fill pages from top to bottom, none of them cut.
struct PageFlow {
  /// A line of text or a row of a table.
  struct Piece {
    /// Its height in points, with the space above and below it.
    var height: Double
    /// Whether no page ends between it and the next piece.
    var keepsWithNext = false
    /// The height of what is repeated above it where it begins a page: a table's head.
    var head = 0.0
  }

  /// The height of a page's text block, 225 mm, in points.
  let pageHeight: Double
  /// The page that is being filled, from 1 on.
  private(set) var page = 1
  private var used = 0.0

  init(pageHeight: Double) {
    self.pageHeight = pageHeight
  }

  /// Fills pages with `pieces`; those that keep together go to the next page together.
  mutating func add(_ pieces: [Piece]) {
    var start = 0
    while start < pieces.count {
      var end = start
      while end + 1 < pieces.count, pieces[end].keepsWithNext { end += 1 }
      place(pieces[start...end])
      start = end + 1
    }
  }

  /// Begins another page.
  mutating func breakPage() {
    page += 1
    used = 0
  }

  private mutating func place(_ chain: ArraySlice<Piece>) {
    let height = chain.reduce(0) { $0 + $1.height }
    if used > 0, used + height > pageHeight {
      breakPage()
      used = chain.first?.head ?? 0
    }
    used += height
    // A chain longer than a page is broken where the page is full.
    while used > pageHeight, height > pageHeight {
      page += 1
      used -= pageHeight
    }
  }
}
