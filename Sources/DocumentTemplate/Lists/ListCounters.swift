/// Which number stands for each of the template's lists in a document, as lists begin anew.
struct ListCounters {
  /// A list that begins anew where another went on.
  struct NewList {
    let id: String
    /// The list in the template.
    let list: String
    let level: Int
  }

  private(set) var added: [NewList] = []
  private var current: [String: String] = [:]
  private var last: Int

  init(after greatest: Int) { last = greatest }

  mutating func restart(_ list: String, level: Int) {
    last += 1
    current[list] = String(last)
    added.append(NewList(id: String(last), list: list, level: level))
  }

  /// A number that no list has, and greater than `least`.
  mutating func newNumber(above least: Int) -> Int {
    last = max(last, least) + 1
    return last
  }

  /// The number that paragraphs of the template's list have now.
  func number(of list: String) -> String { current[list] ?? list }

  /// Whether that is another than the template's.
  func isNew(_ list: String) -> Bool { current[list] != nil }
}
