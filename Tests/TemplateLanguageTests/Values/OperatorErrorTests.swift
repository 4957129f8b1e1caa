import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("What operators refuse")
struct OperatorErrorTests {
  @Test("operands of the wrong kind are named in both languages, and never quoted")
  func kinds() throws {
    let error = try #require(throws: ValueError.self) { try Operators.binary(.add, "机密", 5) }
    #expect(error.message.code == "unsuitable-operands")
    #expect(error.message.chinese == "`+` 不能用于文本和整数")
    #expect(error.message.english == "`+` can't be applied to text and an integer")
    #expect(error.message.hint != nil)
    let comparison = try #require(throws: ValueError.self) { try Operators.compare(.less, .none, 1) }
    #expect(comparison.message.chinese == "`<` 不能用于空值和整数")
    #expect(comparison.message.english == "`<` can't be applied to none and an integer")
  }

  @Test(
    "what does not exist is said to be unknown",
    arguments: BinaryOperator.allCases.filter { $0 != .concatenate })
  func undefined(operation: BinaryOperator) {
    let missing = Value.undefined(name: "amount")
    #expect(throws: ValueError(.unknownName("amount"))) { try Operators.binary(operation, missing, 1) }
    #expect(throws: ValueError(.unknownName("amount"))) { try Operators.binary(operation, 1, missing) }
  }

  @Test("~ prints nothing for what does not exist and for none")
  func concatenation() throws {
    #expect(try Operators.binary(.concatenate, .undefined(name: "x"), "a") == "a")
    #expect(try Operators.binary(.concatenate, .none, 1) == "1")
    #expect(try Operators.binary(.concatenate, [1, .none], true) == "[1, None]True")
  }

  @Test("division by zero", arguments: [BinaryOperator.divide, .floorDivide, .modulo])
  func zero(operation: BinaryOperator) throws {
    let zero = Value.decimal(try #require(Decimal("0.00")))
    #expect(throws: ValueError(.divisionByZero)) { try Operators.binary(operation, 1, 0) }
    #expect(throws: ValueError(.divisionByZero)) { try Operators.binary(operation, 1, zero) }
    #expect(throws: ValueError(.divisionByZero)) { try Operators.binary(operation, zero, false) }
    #expect(throws: ValueError(.divisionByZero)) { try Operators.binary(.power, 0, -1) }
  }

  @Test("numbers do not grow without bound")
  func numbers() throws {
    let tower = try Operators.binary(.power, 9, 9)
    #expect(throws: ValueError(.numberTooLarge)) { try Operators.binary(.power, 9, tower) }
    #expect(throws: ValueError(.numberTooLarge)) {
      try Operators.binary(.power, 2, .bigInt(BigInt(10).power(30)))
    }
    #expect(throws: ValueError(.numberTooLarge)) { try Operators.binary(.power, 10, 4301) }
    #expect(throws: ValueError(.numberTooLarge)) {
      try Operators.binary(.power, .decimal(Decimal(coefficient: 11, scale: 1)), 4301)
    }
    var number: Value = 3
    #expect(throws: ValueError(.numberTooLarge)) {
      for _ in 0..<64 { number = try Operators.binary(.multiply, number, number) }
    }
    #expect(try Operators.binary(.power, 10, 4299).printed.utf8.count == 4300)
  }

  @Test("texts and lists do not grow without bound")
  func lengths() {
    var text: Value = "中文"
    #expect(throws: ValueError(.textTooLong)) {
      for _ in 0..<64 { text = try Operators.binary(.concatenate, text, text) }
    }
    var list: Value = [1]
    #expect(throws: ValueError(.listTooLong)) {
      for _ in 0..<64 { list = try Operators.binary(.add, list, list) }
    }
    #expect(throws: ValueError(.textTooLong)) { try Operators.binary(.multiply, "ab", .int(.max)) }
    #expect(throws: ValueError(.listTooLong)) {
      try Operators.binary(.multiply, .bigInt(BigInt(10).power(40)), [1])
    }
  }

  @Test("a negative number has no square root")
  func roots() {
    let half = Value.decimal(Decimal(coefficient: 5, scale: 1))
    #expect(throws: ValueError(.powerOfNegative)) { try Operators.binary(.power, -4, half) }
  }

  @Test("a sign needs a number")
  func signs() throws {
    #expect(
      try Operators.negate(.int(.min))
        == .bigInt(-BigInt(Int.min)))
    #expect(try Operators.plus(true) == 1)
    #expect(throws: ValueError(.unsuitableOperand("-", "x"))) { try Operators.negate("x") }
    #expect(throws: ValueError(.unsuitableOperand("+", []))) { try Operators.plus([]) }
    #expect(throws: ValueError(.unknownName("x"))) { try Operators.negate(.undefined(name: "x")) }
  }

  @Test("dates leave the calendar by neither end")
  func dates() throws {
    let first = Value.date(try #require(DateValue(year: 1, month: 1, day: 1)))
    let last = Value.date(try #require(DateValue(year: 9999, month: 12, day: 31)))
    let span = try Operators.binary(.subtract, last, first)
    #expect(span.printed == "3652058 days, 0:00:00")
    #expect(try Operators.binary(.add, first, span) == last)
    #expect(throws: ValueError(.dateOutOfRange)) { try Operators.binary(.add, last, span) }
    #expect(throws: ValueError(.dateOutOfRange)) { try Operators.binary(.subtract, first, span) }
    #expect(throws: ValueError(.dateOutOfRange)) { try Operators.binary(.multiply, span, .int(.max)) }
  }
}
