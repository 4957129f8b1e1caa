import TestSupport

/// The command, as it was built together with the tests.
enum Program {
  static func run(_ arguments: String..., input: [UInt8] = [], in folder: String? = nil) -> Command {
    run(arguments, input: input, in: folder)
  }

  /// - Parameter cache: the folder for compiled templates.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, cache: String = "off"
  ) -> Command {
    Command(
      ["\(TestFiles.productsFolder)/chengwen"] + arguments, in: folder,
      environment: ["LC_ALL": "C", "CHENGWEN_CACHE": cache], input: input)
  }

  static func example(_ name: String) -> String { "\(TestFiles.projectFolder)/Assets/examples/\(name)" }
}
