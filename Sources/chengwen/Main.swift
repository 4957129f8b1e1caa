import ArgumentParser

@main
struct Chengwen: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "chengwen")
}
