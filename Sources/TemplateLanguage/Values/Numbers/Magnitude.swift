/// An integer of any size from 0 on: words of 64 bits, the lowest first, the last not 0.
struct Magnitude: Sendable, Hashable {
  private(set) var words: [UInt]

  init(_ value: UInt) { words = value == 0 ? [] : [value] }

  init(words: [UInt]) {
    self.words = words
    trim()
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }

  var isZero: Bool { words.isEmpty }
  var isOdd: Bool { words.first.map { $0 & 1 == 1 } ?? false }

  /// How many bits it has, leading zeros left out.
  var bitCount: Int {
    words.last.map { UInt.bitWidth * words.count - $0.leadingZeroBitCount } ?? 0
  }

  /// Itself times `factor`, plus `summand`.
  mutating func multiply(by factor: UInt, adding summand: UInt) {
    var carry = summand
    for index in words.indices {
      let (high, low) = factor.multipliedFullWidth(by: words[index])
      let (sum, overflow) = low.addingReportingOverflow(carry)
      words[index] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
    trim()
  }

  /// Divides itself by `divisor` and returns what remains.
  mutating func divide(by divisor: UInt) -> UInt {
    var remainder: UInt = 0
    for index in words.indices.reversed() {
      (words[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
    }
    trim()
    return remainder
  }
}

extension Magnitude: Comparable {
  static func < (left: Magnitude, right: Magnitude) -> Bool {
    guard left.words.count == right.words.count else { return left.words.count < right.words.count }
    for (left, right) in zip(left.words.reversed(), right.words.reversed()) where left != right {
      return left < right
    }
    return false
  }
}

extension Magnitude {
  static func + (left: Magnitude, right: Magnitude) -> Magnitude {
    guard left.words.count >= right.words.count else { return right + left }
    var words = left.words
    var carry = false
    for index in words.indices where index < right.words.count || carry {
      let addend = index < right.words.count ? right.words[index] : 0
      let (sum, overflow) = words[index].addingReportingOverflow(addend)
      let (total, again) = sum.addingReportingOverflow(carry ? 1 : 0)
      words[index] = total
      carry = overflow || again
    }
    if carry { words.append(1) }
    return Magnitude(words: words)
  }

  /// - Precondition: `right` is not greater than `left`.
  static func - (left: Magnitude, right: Magnitude) -> Magnitude {
    var words = left.words
    var borrow = false
    for index in words.indices where index < right.words.count || borrow {
      let subtrahend = index < right.words.count ? right.words[index] : 0
      let (difference, overflow) = words[index].subtractingReportingOverflow(subtrahend)
      let (rest, again) = difference.subtractingReportingOverflow(borrow ? 1 : 0)
      words[index] = rest
      borrow = overflow || again
    }
    precondition(!borrow, "a magnitude is not negative")
    return Magnitude(words: words)
  }

  static func * (left: Magnitude, right: Magnitude) -> Magnitude {
    var words = [UInt](repeating: 0, count: left.words.count + right.words.count)
    for (start, factor) in left.words.enumerated() {
      var carry: UInt = 0
      for (offset, other) in right.words.enumerated() {
        let (high, low) = factor.multipliedFullWidth(by: other)
        let (sum, overflow) = words[start + offset].addingReportingOverflow(low)
        let (total, again) = sum.addingReportingOverflow(carry)
        words[start + offset] = total
        carry = high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
      }
      words[start + right.words.count] = carry
    }
    return Magnitude(words: words)
  }
}
