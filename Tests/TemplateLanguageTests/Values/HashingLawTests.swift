import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("The laws of equality and hashing")
struct HashingLawTests {
  @Test("equality is reflexive and symmetric, equal values hash alike, and order agrees with it")
  func laws() throws {
    var random = SeededGenerator(seed: 4)
    let values = (0..<120).map { _ in Self.random(&random, depth: 2) }
    for left in values {
      #expect(left == left)
      for right in values {
        #expect((left == right) == (right == left))
        if left == right { #expect(left.hashValue == right.hashValue) }
        if let isBefore = try? Operators.isBefore(left, right) {
          let isAfter = try Operators.isBefore(right, left)
          #expect([isBefore, isAfter, left == right].count { $0 } == 1)
        }
      }
    }
  }

  @Test("equal keys are one key, whatever kind of number they are")
  func keys() {
    var mapping = Mapping()
    mapping[1] = "one"
    mapping[.decimal(Decimal(coefficient: 100, scale: 2))] = "1.00"
    mapping[true] = "true"
    mapping[.bigInt(1)] = "big"
    #expect(mapping.count == 1)
    #expect(mapping[1] == "big")
    #expect(mapping[.decimal(Decimal(coefficient: 11, scale: 1))] == nil)
    #expect(mapping["1"] == nil)
  }

  /// Values from a small set, so that many are equal.
  static func random(_ random: inout SeededGenerator, depth: Int) -> Value {
    let small = Int.random(in: -2...2, using: &random)
    switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &random) {
    case 0: return .int(small)
    case 1: return .bigInt(BigInt(small))
    case 2:
      return .decimal(Decimal(coefficient: BigInt(small * 10), scale: Int.random(in: 0...2, using: &random)))
    case 3: return .bool(small > 0)
    case 4:
      return .string(["", "a", "中", "é", "e\u{301}", "一个比较长的文本不在小字符串里"].randomElement(using: &random) ?? "")
    case 5: return .none
    case 6: return DateValue(year: 2022, month: 3 + small, day: 1).map { .date($0) } ?? .none
    case 7: return .list((0..<abs(small)).map { _ in Self.random(&random, depth: depth - 1) })
    default:
      return .mapping(
        Mapping(
          pairs: (0..<abs(small)).map { _ in
            (Self.random(&random, depth: depth - 1), Self.random(&random, depth: depth - 1))
          }))
    }
  }
}
