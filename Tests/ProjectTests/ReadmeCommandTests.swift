import TestSupport
import Testing

/// Runs the commands that the READMEs show, in a folder with nothing of the project but Assets.
struct ReadmeCommandTests {
  @Test("every chengwen command shown does what it says", arguments: ReadmeTests.names)
  func commands(_ name: String) {
    let blocks = MarkdownBlocks(ReadmeTests.text(name)).of("sh")
    let lines = blocks.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("make ") }
    #expect(lines.count >= 4)
    let scratch = ScratchFolder()
    let link = Command(["ln", "-s", TestFiles.projectFolder + "/Assets", scratch.path])
    #expect(link.status == 0)
    for line in lines {
      let path = TestFiles.productsFolder + ":/usr/bin:/bin"
      let run = Command(["bash", "-c", String(line)], in: scratch.path, environment: ["PATH": path])
      #expect(run.status == 0, "\(line): \(run.errors)")
      for word in line.split(separator: " ") where word.hasSuffix(".docx") {
        #expect(scratch.bytes(String(word)).starts(with: [0x50, 0x4B, 3, 4]), "\(line)")
      }
    }
  }
}
