extension Magnitude {
  /// The quotient, rounded down, and what remains; `divisor` is not zero (Knuth, The Art of Computer Programming 2,
  /// 4.3.1, algorithm D).
  func divided(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    precondition(!divisor.isZero, "division by zero")
    guard self >= divisor else { return (Magnitude(0), self) }
    if divisor.words.count == 1 {
      var quotient = self
      let remainder = quotient.divide(by: divisor.words[0])
      return (quotient, Magnitude(remainder))
    }
    // The divisor's highest bit must be set for the estimates to be good.
    let shift = divisor.words[divisor.words.count - 1].leadingZeroBitCount
    let divisor = divisor.words.shiftedLeft(by: shift)
    var rest = words.shiftedLeft(by: shift)
    if rest.count == words.count { rest.append(0) }
    var quotient = [UInt](repeating: 0, count: rest.count - divisor.count)
    for place in quotient.indices.reversed() {
      let digit = Self.estimate(rest, divisor, place)
      quotient[place] = Self.subtract(digit, times: divisor, from: &rest, at: place)
    }
    return (Magnitude(words: quotient), Magnitude(words: rest.shiftedRight(by: shift)))
  }

  /// A digit of the quotient; it may be greater by 1.
  private static func estimate(_ rest: [UInt], _ divisor: [UInt], _ place: Int) -> UInt {
    let (first, second) = (divisor[divisor.count - 1], divisor[divisor.count - 2])
    let top = place + divisor.count
    var (digit, remainder, isOver): (UInt, UInt, Bool)
    if rest[top] >= first {
      digit = .max
      (remainder, isOver) = rest[top - 1].addingReportingOverflow(first)
    } else {
      (digit, remainder) = first.dividingFullWidth((rest[top], rest[top - 1]))
      isOver = false
    }
    while !isOver {
      let (high, low) = digit.multipliedFullWidth(by: second)
      guard high > remainder || high == remainder && low > rest[top - 2] else { break }
      digit -= 1
      (remainder, isOver) = remainder.addingReportingOverflow(first)
    }
    return digit
  }

  /// Subtracts; returns the digit, less 1 if it was too great.
  private static func subtract(
    _ digit: UInt, times divisor: [UInt], from rest: inout [UInt], at place: Int
  ) -> UInt {
    var (carry, borrow): (UInt, UInt) = (0, 0)
    for index in 0...divisor.count {
      let (high, low) = index < divisor.count ? digit.multipliedFullWidth(by: divisor[index]) : (0, 0)
      let (product, overflow) = low.addingReportingOverflow(carry)
      carry = high &+ (overflow ? 1 : 0)
      let (difference, under) = rest[place + index].subtractingReportingOverflow(product)
      let (result, again) = difference.subtractingReportingOverflow(borrow)
      rest[place + index] = result
      borrow = under || again ? 1 : 0
    }
    guard borrow > 0 else { return digit }
    var isCarried = false
    for index in 0...divisor.count {
      let (sum, overflow) = rest[place + index].addingReportingOverflow(
        index < divisor.count ? divisor[index] : 0)
      let (total, again) = sum.addingReportingOverflow(isCarried ? 1 : 0)
      rest[place + index] = total
      isCarried = overflow || again
    }
    return digit - 1
  }
}

extension [UInt] {
  /// Fewer than 64 bits higher; a word longer if bits go beyond the last.
  fileprivate func shiftedLeft(by shift: Int) -> [UInt] {
    var shifted: [UInt] = []
    shifted.reserveCapacity(count + 1)
    var carry: UInt = 0
    for word in self {
      shifted.append(word << shift | carry)
      carry = word >> (UInt.bitWidth - shift)
    }
    if carry > 0 { shifted.append(carry) }
    return shifted
  }

  /// Fewer than 64 bits lower.
  fileprivate func shiftedRight(by shift: Int) -> [UInt] {
    indices.map { index in
      self[index] >> shift | (index + 1 < count ? self[index + 1] << (UInt.bitWidth - shift) : 0)
    }
  }
}
