/// The judges beside the project: schemas and Microsoft's SDK. Each says what it finds wrong, a finding a line.
public enum Validators {
  /// Whether the schema validators are here.
  public static var areHere: Bool { TestFiles.sharedFolder != nil }

  /// Whether Microsoft's SDK is here: its Python is named by the environment variable SDK_PYTHON.
  public static var sdkIsHere: Bool {
    areHere && Command(["sh", "-c", "test -x \"$SDK_PYTHON\""]).status == 0
  }

  /// What is wrong with documents, which all have the same format, by its schemas and package rules.
  public static func findings(in paths: [String], format: String, options: [String] = []) -> String {
    run(["\(verify)/validate-\(format).sh"] + options + paths)
  }

  /// What Microsoft's Open XML SDK finds wrong with .docx files.
  public static func sdkFindings(in paths: [String], options: [String] = []) -> String {
    run(["\(verify)/validate-docx-sdk.sh"] + options + paths)
  }

  /// What is wrong with the documents of a folder but not with their templates: `NAME.docx` beside
  /// `NAME.template.docx`, and the same for .odt.
  ///
  /// - Parameter options: `--sdk` for Microsoft's Open XML SDK.
  public static func newFindings(in folder: ScratchFolder, options: [String] = []) -> String {
    let script = TestFiles.projectFolder + "/Tests/Scripts/judge.py"
    let python =
      options.contains("--sdk") ? ["sh", "-c", "exec \"$SDK_PYTHON\" \"$@\"", "sh"] : ["/usr/bin/python3"]
    return run(python + [script, verify, folder.path] + options)
  }

  private static var verify: String { (TestFiles.sharedFolder ?? "") + "/verify" }

  private static func run(_ arguments: [String]) -> String {
    let result = Command(arguments, environment: ["PYTHONPATH": TestFiles.projectFolder + "/Tests/Scripts"])
    return result.status == 0 ? "" : "exit \(result.status)\n" + result.output + result.errors
  }
}
