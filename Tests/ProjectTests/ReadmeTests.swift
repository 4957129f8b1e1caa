import TestSupport
import Testing

/// What the two READMEs show is true.
struct ReadmeTests {
  static let names = ["README.md", "README.zh-CN.md"]

  static func text(_ name: String) -> String { TestFiles.text(TestFiles.projectFolder + "/" + name) ?? "" }

  @Test("the blocks of a Markdown text are found, in lists too")
  func blocks() {
    let blocks = MarkdownBlocks("a\n```sh\nls\n\n```\n1. b\n\n   ```yaml\n   a:\n     b: 1\n   ```\n").all
    #expect(blocks == [.init(language: "sh", text: "ls\n\n"), .init(language: "yaml", text: "a:\n  b: 1\n")])
  }

  @Test("every make target shown is one", arguments: names)
  func makeTargets(_ name: String) {
    let lines = MarkdownBlocks(Self.text(name)).of("sh").flatMap { $0.split(separator: "\n") }
    let commands = lines.filter { $0.hasPrefix("make ") }
    #expect(!commands.isEmpty)
    for command in commands {
      // Only what would be done is asked for: `make test` inside the tests would never end.
      let made = Command(["bash", "-c", command + " --dry-run"], in: TestFiles.projectFolder)
      #expect(made.status == 0, "\(command): \(made.errors)")
    }
  }

  @Test("every file and folder linked to is there", arguments: names)
  func links(_ name: String) {
    var targets: [Substring] = []
    for piece in Self.text(name).split(separator: "](").dropFirst() {
      if let end = piece.firstIndex(of: ")") { targets.append(piece[..<end]) }
    }
    #expect(targets.count >= 3)
    for target in targets where !target.hasPrefix("http") {
      let path = TestFiles.projectFolder + "/" + target
      #expect(TestFiles.isFolder(path) || TestFiles.bytes(path) != nil, "\(target)")
    }
  }

  @Test("the README says what each folder at the top holds")
  func folders() {
    for name in TestFiles.names(in: TestFiles.projectFolder) where name != "out" {
      guard TestFiles.isFolder(TestFiles.projectFolder + "/" + name) else { continue }
      #expect(
        Self.text("README.md").split(separator: "\n").contains { $0.hasPrefix("| `\(name)` |") }, "\(name)")
    }
  }

  @Test("the YAML shown stands in the example report", arguments: names)
  func yaml(_ name: String) {
    let example = TestFiles.text(TestFiles.projectFolder + "/Assets/examples/sepabayi-2021.yaml") ?? ""
    let lines = Set(example.split(separator: "\n").map(Self.squeezed))
    for block in MarkdownBlocks(Self.text(name)).of("yaml") {
      for line in block.split(separator: "\n") { #expect(lines.contains(Self.squeezed(line)), "\(line)") }
    }
  }

  /// A line without comment and blanks, which are for the reader.
  static func squeezed(_ line: Substring) -> String { String(line.prefix { $0 != "#" }.filter { $0 != " " }) }
}
