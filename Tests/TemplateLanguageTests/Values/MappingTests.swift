import Testing

@testable import TemplateLanguage

@Suite("Mappings")
struct MappingTests {
  @Test("entries keep their order; a key set again keeps its place")
  func order() {
    var mapping: Mapping = ["乙": 1, "甲": 2]
    mapping["丙"] = 3
    mapping["乙"] = 4
    #expect(mapping.keys == ["乙", "甲", "丙"])
    #expect(mapping.values == [4, 2, 3])
    mapping["甲"] = nil
    #expect(mapping.map(\.key) == ["乙", "丙"])
    #expect(mapping.count == 2 && !mapping.isEmpty)
  }

  @Test(
    "small and large mappings find every name, and none that is not there",
    arguments: [0, 1, 7, 8, 9, 15, 16, 17, 1000])
  func lookup(count: Int) {
    let mapping = Mapping((0..<count).map { ("键\($0)", .int($0)) })
    #expect(mapping.count == count)
    for index in 0..<count {
      #expect(mapping.lookup("键\(index)") == .int(index))
      #expect(mapping["键\(index)"] == .int(index))
    }
    #expect(mapping.lookup("键\(count)") == nil)
    #expect(mapping.lookup("") == nil)
  }

  @Test("of equal keys the last value counts, at the first one's place")
  func duplicates() {
    let mapping = Mapping([("a", 1), ("b", 2), ("a", 3)])
    #expect(mapping.keys == ["a", "b"])
    #expect(mapping["a"] == 3)
    let literal: Value = ["a": 1, "a": 2]
    #expect(literal == ["a": 2])
  }
}
