import ArgumentParser

@main
struct Chengwen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chengwen",
    abstract: "Data in, finished official documents out. 数据进，公文出。",
    version: Version.text,
    subcommands: [
      New.self, Check.self, Render.self, Fill.self, Batch.self, Template.self, Inspect.self, Lint.self,
      PlainText.self, Import.self, Rollup.self, Compare.self,
    ])
}

enum Version {
  static let text = "0.1.0"
}
