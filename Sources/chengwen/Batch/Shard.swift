import ArgumentParser

/// A machine's share of the records of a batch: of N shards, shard I has the records I, I + N, I + 2N …
struct Shard: ExpressibleByArgument, Equatable {
  let index: Int
  let count: Int

  static let whole = Shard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `I/N`, I from 1 to N.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), index >= 1, index <= count,
      count <= 1_000_000
    else { return nil }
    self.init(index: index, count: count)
  }

  var defaultValueDescription: String { "\(index)/\(count)" }

  /// Whether the record `number`, from 1, is in it.
  func contains(_ number: Int) -> Bool { (number - 1) % count == index - 1 }

  /// What files of this shard alone are called by.
  var label: String { count == 1 ? "all" : "\(index)-of-\(count)" }
}
