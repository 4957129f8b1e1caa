public import OrderedCollections

/// A mapping in insertion order, as Python's `dict`.
public struct Mapping: Sendable {
  /// The entries in order.
  public var entries: OrderedDictionary<Value, Value>

  /// An empty mapping.
  public init() { entries = [:] }

  /// A mapping with these entries in their order; of equal keys the last value counts and the first place.
  public init(pairs: some Sequence<(Value, Value)>) {
    entries = [:]
    entries.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { entries[key] = value }
  }

  /// A mapping with these names in their order; of equal names the last value counts and the first place.
  public init(_ pairs: some Sequence<(String, Value)>) {
    self.init(pairs: pairs.lazy.map { (.string($0.0), $0.1) })
  }

  /// An empty mapping with room for `minimumCapacity` entries.
  public init(minimumCapacity: Int) {
    entries = OrderedDictionary(minimumCapacity: minimumCapacity)
  }

  /// How many entries there are.
  public var count: Int { entries.count }
  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }
  /// The keys in order.
  public var keys: [Value] { Array(entries.keys) }
  /// The values in the order of their keys.
  public var values: [Value] { Array(entries.values) }

  /// The value for a string key.
  public subscript(name: String) -> Value? {
    get { lookup(name) }
    set { entries[.string(name)] = newValue }
  }

  /// The value for a key; 1, 1.0 and true are the same key.
  public subscript(key: Value) -> Value? {
    get { entries[key] }
    set { entries[key] = newValue }
  }

  /// The value for a string key, by the shortest way there is.
  public func lookup(_ name: String) -> Value? {
    let count = entries.count
    guard count <= Self.scanned else { return entries[.string(name)] }
    for index in 0..<count {
      if case .string(let key) = entries.keys[index], key.isSameText(as: name) {
        return entries.values[index]
      }
    }
    return nil
  }

  /// Whether the entry at `index` has this name.
  package func hasKey(_ name: String, at index: Int) -> Bool {
    if case .string(let key) = entries.keys[index] { key.isSameText(as: name) } else { false }
  }

  /// Whether a name begins with a byte.
  package func hasName(beginningWith byte: UInt8) -> Bool {
    let keys = entries.keys.elements
    for index in keys.indices {
      if case .string(let key) = keys[index], key.utf8.first == byte { return true }
    }
    return false
  }

  /// Whether a value is a list or a mapping.
  package var isNested: Bool {
    let values = entries.values.elements
    for index in values.indices {
      switch values[index] {
      case .list, .mapping: return true
      default: continue
      }
    }
    return false
  }

  /// Gives every entry a value, in order; what is known of the keys stays shared with the copies of the mapping.
  package mutating func replaceValues(with values: ArraySlice<Value>) {
    for (index, value) in values.enumerated() { entries.values[index] = value }
  }

  /// Up to here comparing keys one after another is as fast as hashing.
  private static let scanned = 12
}

extension Mapping: Hashable {
  /// Python's equality: the same keys with equal values, in any order.
  public static func == (left: Mapping, right: Mapping) -> Bool {
    guard left.count == right.count else { return false }
    for (key, value) in left.entries {
      guard let other = right.entries[key], other == value else { return false }
    }
    return true
  }

  /// Hashes without regard to order.
  public func hash(into hasher: inout Hasher) {
    var combined = 0
    for (key, value) in entries {
      var one = Hasher()
      one.combine(key)
      one.combine(value)
      combined ^= one.finalize()
    }
    hasher.combine(combined)
    hasher.combine(count)
  }
}

extension Mapping: ExpressibleByDictionaryLiteral {
  /// A mapping in the order written; of equal names the last value counts.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}

extension Mapping: Sequence {
  /// Goes through the entries in order.
  public struct Iterator: IteratorProtocol {
    fileprivate var entries: OrderedDictionary<Value, Value>.Iterator

    /// The next entry.
    public mutating func next() -> (key: Value, value: Value)? { entries.next() }
  }

  /// The entries in order.
  public func makeIterator() -> Iterator { Iterator(entries: entries.makeIterator()) }
  /// How many entries there are.
  public var underestimatedCount: Int { count }
}
