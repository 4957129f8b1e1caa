import Diagnostics
import Glibc

/// An output file being written aside, in the same folder, so that a file that was there stays whole until the new one
/// is; for standard output, a temporary file.
struct AsideFile: ~Copyable {
  /// The file that is written.
  let descriptor: Int32
  /// Where it lies, and other files may be put aside.
  let folder: String
  private let path: String
  private let target: String
  private let aside: String
  private var isDone = false

  /// Opens it.
  init(for path: String) throws(FileError) {
    self.path = path
    if path == Files.standardStream {
      folder = Files.temporaryFolder
      var name = Array((folder + "/chengwen-XXXXXX").utf8CString)
      descriptor = unsafe mkstemp(&name)
      aside = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      target = path
    } else {
      let real = Self.linkTarget(of: path)
      let mode = Self.permissions(of: real)
      target = real
      aside = real + ".\(getpid()).tmp"
      let slash = real.utf8.lastIndex(of: UInt8(ascii: "/"))
      folder = slash.map { String(real[...$0]) } ?? "."
      let opened = unsafe open(aside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
      if opened >= 0, let mode { fchmod(opened, mode) }
      descriptor = opened
    }
    guard descriptor >= 0 else {
      isDone = true
      throw failure()
    }
  }

  /// Flushes it and puts it in its place.
  consuming func finish() throws(FileError) {
    if path == Files.standardStream { return try copy(to: STDOUT_FILENO) }
    guard fsync(descriptor) == 0, unsafe rename(aside, target) == 0 else { throw failure() }
    isDone = true
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isDone { _ = unsafe unlink(aside) }
  }

  func failure() -> FileError { FileError(path: path, message: .unwritable(Files.reason())) }

  private func copy(to output: Int32) throws(FileError) {
    var offset = 0
    while true {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, initialized in
        count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
        initialized = max(0, count)
      }
      if count == 0 { return }
      guard count > 0, Files.writeAll(piece, to: output) else { throw failure() }
      offset += count
    }
  }

  private static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// Where a symbolic link leads, so that writing replaces the file and not the link.
  private static func linkTarget(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
