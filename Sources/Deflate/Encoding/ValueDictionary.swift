/// Where values had the same four bytes before.
struct ValueDictionary {
  /// What the hash is of.
  static let shortest = 4

  /// Where in the values, and in the value of which item.
  struct Place {
    var offset: Int32 = -1
    var item: Int32 = 0
  }

  private var heads: [Place]
  /// For each place not too long ago the one before it with the same hash.
  private var previous: [Place]
  private let shift: UInt32
  private let mask: Int

  init(bytes: Int) {
    var bits: UInt32 = 6
    while bits < 15, 1 << bits < bytes { bits += 1 }
    heads = [Place](repeating: Place(), count: 1 << bits)
    // Not a copy of `heads`, which the first change would have to make real.
    previous = [Place](repeating: Place(), count: 1 << bits)
    shift = 32 - bits
    mask = 1 << bits - 1
  }

  /// The four bytes at `place`, as a number of 32 - `shift` bits.
  @inline(__always)
  static func hash(_ bytes: [UInt8], _ place: Int, _ shift: UInt32) -> Int {
    let word =
      UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) &<< 8 | UInt32(bytes[place &+ 2]) &<< 16
      | UInt32(bytes[place &+ 3]) &<< 24
    return Int((word &* 0x9E37_79B1) &>> shift)
  }

  /// The latest place that may have the same four bytes as `offset`, which becomes known.
  @inline(__always)
  mutating func insert(_ offset: Int, _ item: Int, _ values: [UInt8]) -> Place {
    let hash = Self.hash(values, offset, shift)
    let place = heads[hash]
    heads[hash] = Place(offset: Int32(truncatingIfNeeded: offset), item: Int32(truncatingIfNeeded: item))
    previous[offset & mask] = place
    return place
  }

  /// The one before `place`; `nil` if it is forgotten.
  @inline(__always)
  func before(_ place: Place, at offset: Int) -> Place? {
    let earlier = previous[Int(place.offset) & mask]
    return earlier.offset >= 0 && earlier.offset < place.offset && offset - Int(earlier.offset) <= mask
      ? earlier : nil
  }
}
