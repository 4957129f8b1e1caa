import TestSupport
import Testing

/// What the guide to batches shows is true: each scheduler's command is run as the scheduler would run it.
struct BatchGuideTests {
  private static let blocks = MarkdownBlocks(
    TestFiles.text(TestFiles.projectFolder + "/Sources/Filing/Filing.docc/Batches.md") ?? "")

  /// Runs a script in a folder with nothing of the project but Assets.
  private static func run(_ script: String, in scratch: ScratchFolder, _ variables: [String: String] = [:])
    -> Command
  {
    _ = Command(["ln", "-sfn", TestFiles.projectFolder + "/Assets", scratch.path + "/Assets"])
    let path = TestFiles.productsFolder + ":/usr/bin:/bin"
    let environment = ["PATH": path, "LC_ALL": "C.UTF-8", "HOME": scratch.path].merging(variables) { $1 }
    return Command(["sh", "-c", script], in: scratch.path, environment: environment)
  }

  /// The documents written, with their bytes.
  private static func documents(_ scratch: ScratchFolder) -> [String: [UInt8]] {
    let names = TestFiles.names(in: scratch.path + "/out")
    return Dictionary(uniqueKeysWithValues: names.map { ($0, scratch.bytes("out/" + $0)) })
  }

  /// What one machine writes.
  private static let whole = {
    let scratch = ScratchFolder()
    let result = run(blocks.of("sh").first ?? "false", in: scratch)
    return result.status == 0 ? documents(scratch) : [:]
  }()

  @Test("one machine writes all, with a number behind the second of two equal names")
  func oneMachine() {
    #expect(Self.whole.count == 6)
    #expect(Self.whole["县财政局-2.docx"] != nil)
  }

  @Test("the other commands shown do what they say, in their order")
  func commands() {
    let scratch = ScratchFolder()
    for block in Self.blocks.of("sh") where !block.hasPrefix("parallel") {
      let result = Self.run(block, in: scratch)
      #expect(result.status == 0, "\(block): \(result.errors)")
    }
    #expect(Self.documents(scratch) == Self.whole)
    #expect(scratch.bytes("long.docx").starts(with: [0x50, 0x4B]))
  }

  @Test("GNU parallel's shards together write what one machine writes")
  func parallel() throws {
    let scratch = ScratchFolder()
    let block = try #require(Self.blocks.of("sh").first { $0.hasPrefix("parallel") })
    let result = Self.run(block, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(Self.documents(scratch) == Self.whole)
  }

  @Test("the tasks of a Slurm array together write what one machine writes")
  func slurm() throws {
    let scratch = ScratchFolder()
    let block = try #require(Self.blocks.of("slurm").first)
    for index in 1...4 {
      let variables = [
        "SLURM_ARRAY_TASK_ID": "\(index)", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_CPUS_PER_TASK": "2",
      ]
      let result = Self.run(block, in: scratch, variables)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(Self.documents(scratch) == Self.whole)
  }

  @Test("the pods of a Kubernetes job together write what one machine writes, one of them twice")
  func kubernetes() throws {
    let scratch = ScratchFolder()
    let block = try #require(Self.blocks.of("kubernetes").first)
    let line = try #require(block.split(separator: "\n").first { $0.contains("- chengwen batch") })
    let command = String(line.drop { $0 == " " }.dropFirst(2))
    for index in [0, 1, 2, 1, 3] {
      let result = Self.run(command, in: scratch, ["JOB_COMPLETION_INDEX": "\(index)"])
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(Self.documents(scratch) == Self.whole)
  }
}
