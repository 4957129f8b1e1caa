import Glibc

/// Does the same work on many items on several threads.
enum Workers {
  /// How many threads the machine runs at once.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Draws items, works on them, and hands over the results in the order of the items.
  ///
  /// Items are drawn and results taken on the calling thread; only a few more items than `jobs` are under way at any
  /// time, so that neither items nor results pile up.
  static func run<Item: Sendable, Result: Sendable>(
    jobs: Int, next: () -> Item?, work: @escaping @Sendable (Item) -> Result, take: (Result) -> Void
  ) {
    guard jobs > 1 else {
      while let item = next() { take(work(item)) }
      return
    }
    let board = Monitor(Board<Item, Result>())
    let threads = (0..<jobs).compactMap { _ in
      Thread {
        while let (number, item) = board.waitFor({ $0.draw() }) {
          let result = work(item)
          board.change { $0.results[number] = result }
        }
      }
    }
    var (drawn, taken, isOver) = (0, 0, false)
    while true {
      while !isOver, drawn - taken < 8 * jobs {
        guard let item = next() else {
          isOver = true
          break
        }
        let number = drawn
        drawn += 1
        board.change { $0.items.append((number, item)) }
      }
      guard taken < drawn else { break }
      if threads.isEmpty {
        // No thread could be made: the work is done here.
        if case .some(let (number, item)?) = board.change({ $0.draw() }) {
          let result = work(item)
          board.change { $0.results[number] = result }
        }
      }
      let number = taken
      let ready = board.waitFor { board in
        var ready: [Result] = []
        while let result = board.results.removeValue(forKey: number + ready.count) { ready.append(result) }
        return ready.isEmpty ? nil : ready
      }
      for result in ready { take(result) }
      taken += ready.count
    }
    board.change { $0.isClosed = true }
    for thread in threads { thread.join() }
  }

  private struct Board<Item: Sendable, Result: Sendable>: Sendable {
    var items: [(number: Int, item: Item)] = []
    private var first = 0
    var results: [Int: Result] = [:]
    var isClosed = false

    /// An item to work on; `.some(nil)` when there will be no more, `nil` when there is none yet.
    mutating func draw() -> (number: Int, item: Item)?? {
      guard first < items.count else { return isClosed ? .some(nil) : nil }
      let item = items[first]
      first += 1
      if first == items.count {
        items.removeAll(keepingCapacity: true)
        first = 0
      }
      return .some(item)
    }
  }
}
