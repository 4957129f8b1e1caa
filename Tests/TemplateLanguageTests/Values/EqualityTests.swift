import Testing

@testable import TemplateLanguage

@Suite("Equality and hashing of values")
struct EqualityTests {
  @Test("1, 1.0, 1.00 and true are equal and hash alike")
  func numbers() {
    let ones: [Value] = [
      1, true, .decimal(Decimal(coefficient: 10, scale: 1)), .decimal(Decimal(coefficient: 100, scale: 2)),
      .bigInt(BigInt(1)),
    ]
    for left in ones {
      for right in ones {
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
      }
    }
  }

  @Test("values of different kinds are never equal")
  func kinds() throws {
    let day = try #require(DateValue(year: 2022, month: 1, day: 7))
    let midnight = try #require(DateValue(year: 2022, month: 1, day: 7, secondOfDay: 0))
    let values: [Value] = [
      .undefined(name: "x"), .none, 0, 1, "1", "", [], [1], .mapping([:]), ["a": 1], .date(day),
      .date(midnight),
      .decimal(Decimal(coefficient: 15, scale: 1)),
    ]
    for (index, left) in values.enumerated() {
      for (other, right) in values.enumerated() { #expect((left == right) == (index == other)) }
    }
  }

  @Test("texts are equal code point by code point, without normalisation")
  func normalisation() {
    let composed: Value = "\u{E9}"
    let decomposed: Value = "e\u{301}"
    #expect(composed != decomposed)
    let mapping: Mapping = ["\u{E9}": 1]
    #expect(mapping["e\u{301}"] == nil)
    #expect(mapping["\u{E9}"] == 1)
  }

  @Test("mappings are equal in any order, and hash alike")
  func mappings() {
    let left: Value = ["甲": 1, "乙": [1, 2], "丙": .none]
    let right: Value = ["丙": .none, "乙": [true, 2], "甲": 1]
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left != ["甲": 1, "乙": [1, 2], "丁": .none])
    #expect(left != ["甲": 1, "乙": [1, 2]])
  }

  @Test("objects equal themselves: by == where they have it, by identity where they are classes")
  func objects() {
    final class Picture: TemplateObject {
      let typeName = "a picture"
    }
    struct Span: TemplateObject {
      let typeName = "a span"
    }
    let picture = Picture()
    #expect(Value.object(picture) == .object(picture))
    #expect(Value.object(picture) != .object(Picture()))
    #expect(Value.object(TimeSpan(totalSeconds: 60)) == .object(TimeSpan(totalSeconds: 60)))
    #expect(Value.object(TimeSpan(totalSeconds: 60)) != .object(TimeSpan(totalSeconds: 61)))
    #expect(Value.object(TimeSpan(totalSeconds: 60)) != .object(Span()))
  }
}
