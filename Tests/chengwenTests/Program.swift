import TestSupport

/// The command, as it was built together with the tests.
enum Program {
  static func run(_ arguments: String..., input: [UInt8] = [], in folder: String? = nil) -> Command {
    run(arguments, input: input, in: folder)
  }

  static func run(_ arguments: [String], input: [UInt8] = [], in folder: String? = nil) -> Command {
    Command(
      ["\(TestFiles.productsFolder)/chengwen"] + arguments, in: folder, environment: ["LC_ALL": "C"],
      input: input)
  }

  static func example(_ name: String) -> String { "\(TestFiles.projectFolder)/Assets/examples/\(name)" }
}
