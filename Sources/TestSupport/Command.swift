import Glibc

/// Another program, run to its end.
///
/// Foundation's `Process` leaks, which fails every run under LeakSanitizer.
public struct Command: Sendable {
  /// Its exit status; 128 and the signal if one ended it; 127 if it could not be started.
  public let status: Int
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Runs a program, found as the shell finds it, with its arguments.
  ///
  /// - Parameters:
  ///   - folder: where it runs; `nil` for the folder of the tests' own process.
  ///   - environment: variables to set, besides those of the tests' own process; the command keeps no compiled templates
  ///     unless it is told to.
  ///   - input: what it reads from standard input.
  public init(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:], input: [UInt8] = []
  ) {
    let scratch = ScratchFolder()
    scratch.write("input", input)
    // `env` changes the folder, sets variables and finds the program, so that spawning needs none of it.
    let change = folder.map { ["--chdir=\($0)"] } ?? []
    let variables = ["CHENGWEN_CACHE": "off"].merging(environment) { $1 }
    let words = ["/usr/bin/env"] + change + variables.map { "\($0.key)=\($0.value)" } + arguments
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, scratch.path + "/input", O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "output"), (2, "errors")] {
      let path = scratch.path + "/" + name
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT, 0o600)
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failed = unsafe posix_spawn(&process, "/usr/bin/env", &actions, nil, &arguments, environ)
    var code: Int32 = 127 << 8
    if failed == 0 {
      while unsafe waitpid(process, &code, 0) < 0, errno == EINTR {}
    }
    status = code & 0x7F == 0 ? Int(code >> 8 & 0xFF) : 128 + Int(code & 0x7F)
    output = String(decoding: scratch.bytes("output"), as: UTF8.self)
    errors = String(decoding: scratch.bytes("errors"), as: UTF8.self)
  }
}
