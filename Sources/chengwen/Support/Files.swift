import DataFiles
import Diagnostics
import Glibc

/// Why a file can't be read or written.
struct FileError: Error {
  let path: String
  let message: Message

  var diagnostic: Diagnostic { Diagnostic(.error, message, at: Place(file: path)) }
}

/// Reads and writes whole files; `-` is standard input or output.
enum Files {
  static let standardStream = "-"

  /// The bytes of the file at `path`.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == standardStream ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, message: .unreadable(reason())) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, message: .unreadable(reason())) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The file at `path`, to be read in pieces.
  static func input(_ path: String) throws(FileError) -> ByteInput {
    let file = try OpenFile(path)
    return ByteInput(name: path) { () throws(ByteInput.Failure) in try file.read() }
  }

  /// Writes `bytes` to the file at `path`: aside, in the same folder, flushed, then renamed, so that a file that
  /// was there stays whole until the new one is.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if path == standardStream {
      guard writeAll(bytes, to: STDOUT_FILENO) else {
        throw FileError(path: path, message: .unwritable(reason()))
      }
      return
    }
    let file = try AsideFile(for: path)
    guard writeAll(bytes, to: file.descriptor) else { throw file.failure() }
    try file.finish()
  }

  /// Writes a line to standard error.
  static func printError(_ line: String, newLine: Bool = true) {
    _ = writeAll(Array((newLine ? line + "\n" : line).utf8), to: STDERR_FILENO)
  }

  /// Makes the folder at `path` and those above it, unless they are there.
  static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + step
      guard unsafe mkdir(made, mode) == 0 || errno == EEXIST else {
        throw FileError(path: path, message: .unwritable(reason()))
      }
    }
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }

  /// Whether there is anything at `path`.
  static func exists(_ path: String) -> Bool { mode(of: path) != nil }

  /// The files below the folder at `path`, sorted by name, which is relative to the folder; names that begin
  /// with a dot are left out.
  static func list(_ path: String) throws(FileError) -> [String] {
    var files: [String] = []
    for name in try names(in: path).sorted() {
      if isFolder(path + "/" + name) {
        files += try list(path + "/" + name).map { name + "/" + $0 }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// What lies in the folder at `path` itself; names that begin with a dot are left out.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw FileError(path: path, message: .unreadable(reason()))
    }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") || name == ".rels" { names.append(name) }
    }
    unsafe closedir(folder)
    return names
  }

  /// The last step of a path without its ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// Where the system keeps temporary files.
  static var temporaryFolder: String { unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp" }

  static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
