import Glibc

/// Another program, run to its end or to a limit of time.
enum ChildProcess {
  enum Outcome {
    case ended(status: Int)
    case timedOut
    case notStarted
  }

  /// Runs a program in a process group of its own, all of which a timeout ends; what it says is not kept.
  ///
  /// - Parameter variables: set in its environment besides this process's own.
  static func run(
    _ path: String, _ arguments: [String], variables: [String: String] = [:], seconds: Int
  ) -> Outcome {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var settings = unsafe environment(with: variables).map { unsafe strdup($0) } + [nil]
    defer { unsafe settings.forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, path, &actions, &attributes, &words, &settings) == 0 else {
      return .notStarted
    }
    var waited = 0
    var code: Int32 = 0
    while true {
      let ended = unsafe waitpid(process, &code, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { return .notStarted }
      guard waited < seconds * 1_000 else {
        kill(-process, SIGKILL)
        while unsafe waitpid(process, &code, 0) < 0, errno == EINTR {}
        return .timedOut
      }
      usleep(20_000)
      waited += 20
    }
    return .ended(status: code & 0x7F == 0 ? Int(code >> 8 & 0xFF) : 128 + Int(code & 0x7F))
  }

  private static func environment(with variables: [String: String]) -> [String] {
    var settings: [String] = []
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let setting = unsafe String(cString: text)
      let name = String(setting.prefix { $0 != "=" })
      if variables[name] == nil { settings.append(setting) }
      unsafe entry += 1
    }
    return settings + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Where the shell would find a program; nil if there is none.
  static func find(_ name: String) -> String? {
    guard let path = unsafe getenv("PATH") else { return nil }
    for folder in unsafe String(cString: path).split(separator: ":") {
      let file = "\(folder)/\(name)"
      if isProgram(file) { return file }
    }
    return nil
  }

  /// Whether there is a file that can be run.
  static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }
}
