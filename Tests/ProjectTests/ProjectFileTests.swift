import TestSupport
import Testing

struct ProjectFileTests {
  /// Every file of the project, folders of tools and of what is built left out.
  static let paths: [String] = {
    let root = TestFiles.projectFolder
    return TestFiles.names(in: root, hidden: true).flatMap { name -> [String] in
      if name == ".git" || name.hasPrefix(".build") || name == "out" { return [] }
      let path = root + "/" + name
      return TestFiles.isFolder(path) ? TestFiles.paths(below: path).map { name + "/" + $0 } : [name]
    }
  }()

  @Test(
    "no file names the machine it was written on",
    arguments: ["/" + "work/", ".." + "/shared", "/" + "home/"])
  func ownPlaces(_ place: String) {
    #expect(Self.paths.count > 50)
    for path in Self.paths {
      let text = TestFiles.text(TestFiles.projectFolder + "/" + path) ?? ""
      #expect(!text.utf8.contains(place), "\(path)")
    }
  }

  @Test("the top level holds what the README says, and nothing else")
  func topLevel() {
    let names = TestFiles.names(in: TestFiles.projectFolder).filter {
      $0 != "Package.resolved" && $0 != "out"
    }
    let expected: Set = [
      "Assets", "LICENSE", "Makefile", "Package.swift", "README.md", "README.zh-CN.md", "Sources",
      "Templates", "Tests",
    ]
    #expect(Set(names).subtracting(expected) == [])
  }

  @Test(
    "every test target has tests",
    arguments: TestFiles.names(in: TestFiles.projectFolder + "/Tests").filter { $0.hasSuffix("Tests") })
  func hasTests(_ target: String) {
    let folder = TestFiles.projectFolder + "/Tests/" + target
    let sources = TestFiles.paths(below: folder).filter { $0.hasSuffix(".swift") }
    #expect(sources.contains { TestFiles.text(folder + "/" + $0)?.utf8.contains("@Test") == true })
  }

  @Test("a library module does not force a value, nor a try", arguments: ["try" + "!", "as" + "! "])
  func noForce(_ text: String) {
    for path in Self.paths where path.hasPrefix("Sources/") && path.hasSuffix(".swift") {
      let source = TestFiles.text(TestFiles.projectFolder + "/" + path) ?? ""
      #expect(!source.utf8.contains(text), "\(path)")
    }
  }
}

extension String.UTF8View {
  /// Whether `text` occurs, byte for byte; far faster in debug builds than `String.contains`.
  fileprivate func contains(_ text: String) -> Bool {
    let all = Array(self)
    let wanted = Array(text.utf8)
    guard let first = wanted.first, all.count >= wanted.count else { return false }
    return (0...all.count - wanted.count).contains { start in
      all[start] == first && all[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
