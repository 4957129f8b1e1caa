import TestSupport
import Testing

/// The modules of the architecture article, as its table has them.
struct ModuleTable {
  /// What each module may import; `nil` for anything.
  var allowed: [String: Set<String>?] = [:]

  /// What every module may import: it comes with Swift.
  static let always: Set = ["Glibc", "Synchronization"]

  init(markdown: String) {
    let rows = markdown.split(separator: "\n").drop { !$0.hasPrefix("| module |") }
    for row in rows.dropFirst(2).prefix(while: { $0.hasPrefix("|") }) {
      let cells = row.split(separator: "|").map { $0.trimmed }
      guard cells.count == 3 else { continue }
      switch cells[2] {
      case "any": allowed[cells[0]] = .some(nil)
      case "–": allowed[cells[0]] = []
      default: allowed[cells[0]] = Set(cells[2].split(separator: ",").map(\.trimmed))
      }
    }
  }

  /// The modules that a Swift source imports.
  static func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
        words[..<keyword].allSatisfy({
          ["public", "package", "internal", "private"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      // `import struct Module.Name` names a declaration in a module.
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(String(words[keyword + 1])) ? words[keyword + 2] : words[keyword + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  /// The imports of a module that the table does not allow.
  func violations(of module: String, in source: String) -> [String] {
    guard let allowed = allowed[module] else { return ["\(module) is not in the table"] }
    guard let allowed else { return [] }
    return Self.imports(in: source).filter { !Self.always.contains($0) && !allowed.contains($0) }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

struct ImportDirectionTests {
  static let sources = TestFiles.projectFolder + "/Sources"
  let table = ModuleTable(
    markdown: TestFiles.text(sources + "/Filing/Filing.docc/Architecture.md") ?? "")

  @Test("the architecture's table has the modules that there are")
  func modules() {
    let folders = TestFiles.names(in: Self.sources).filter { TestFiles.isFolder(Self.sources + "/" + $0) }
    #expect(folders.sorted() == table.allowed.keys.sorted())
  }

  @Test(
    "a module imports only what the architecture's table allows it", arguments: TestFiles.names(in: sources))
  func imports(_ module: String) {
    for path in TestFiles.paths(below: Self.sources + "/" + module) where path.hasSuffix(".swift") {
      let source = TestFiles.text("\(Self.sources)/\(module)/\(path)") ?? ""
      #expect(table.violations(of: module, in: source) == [], "Sources/\(module)/\(path)")
    }
  }

  @Test("what the table allows names modules of the table, or packages that Package.swift names")
  func names() {
    let package = TestFiles.text(TestFiles.projectFolder + "/Package.swift") ?? ""
    for name in Set(table.allowed.values.flatMap { $0 ?? [] }) where table.allowed[name] == nil {
      #expect(package.contains("\"\(name)\""), "\(name)")
    }
  }

  @Test("no module may import one that imports it, however far round")
  func cycles() {
    func reachable(from module: String, _ seen: inout Set<String>) {
      for next in (table.allowed[module] ?? nil) ?? [] where seen.insert(next).inserted {
        reachable(from: next, &seen)
      }
    }
    for module in table.allowed.keys {
      var seen: Set<String> = []
      reachable(from: module, &seen)
      #expect(!seen.contains(module), "\(module)")
    }
  }

  @Test("a forbidden import is found, however it is written")
  func finds() {
    let table = ModuleTable(
      markdown: "| module | is | may import |\n|---|---|---|\n| A | a | B, C |\n| B | b | – |\n")
    let source = """
      // import Z
      import B
      public import C
      @testable import D
      package import struct E.Name
      import F.Sub
      let text = "import G"
      import Glibc
      """
    #expect(table.violations(of: "A", in: source) == ["D", "E", "F"])
    #expect(table.violations(of: "B", in: "import A") == ["A"])
    #expect(table.violations(of: "X", in: "") == ["X is not in the table"])
  }
}
