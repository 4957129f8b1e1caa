import TestSupport
import Testing

/// The article on compatibility names the tests that hold what it says.
@Suite("the compatibility article")
struct CompatibilityTests {
  private static let article = "Sources/DocumentTemplate/DocumentTemplate.docc/Compatibility.md"

  /// The names in the last column of its last table.
  private static var named: [String] {
    let text = TestFiles.text(TestFiles.projectFolder + "/" + article) ?? ""
    let rest = text.split(separator: "## What holds it").last ?? ""
    let section = rest.split(separator: "\n## ").first ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { line -> [String] in
      guard let cell = line.split(separator: "|").last(where: { $0.contains("`") }) else { return [] }
      return cell.split(separator: "`").filter { !$0.contains(" ") && !$0.contains(",") }.map(String.init)
    }
  }

  @Test("the tests it names are there")
  func tests() {
    let tests = TestFiles.projectFolder + "/Tests"
    let files = TestFiles.paths(below: tests).compactMap { $0.split(separator: "/").last.map(String.init) }
    let known = Set(files.map { String($0.prefix { $0 != "." }) })
    let named = Self.named
    #expect(named.count > 50)
    for name in named { #expect(known.contains(name), "\(name)") }
  }
}
