import Diagnostics
import Glibc

/// The folder that a batch writes to.
///
/// A file is written aside and renamed, so that it is there whole or not at all. All are flushed to the disk at once
/// (`flush`): one by one, ten thousand would take a minute.
final class OutputFolder: Sendable {
  let path: String
  private let descriptor: Int32
  /// What files written aside begin with; no other process writes such.
  private let asidePrefix: String

  /// How a file of the folder is recognised as the one that was written.
  struct Stamp: Hashable, Sendable {
    let size: Int
    let modified: Int

    init(_ status: stat) {
      size = Int(status.st_size)
      modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }

    init(size: Int, modified: Int) {
      self.size = size
      self.modified = modified
    }
  }

  /// Makes the folder if it is not there, and removes what an interrupted run of the same shard left aside.
  init(_ path: String, shard: Shard) throws(FileError) {
    try Files.makeFolder(path)
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    self.path = path
    self.descriptor = descriptor
    asidePrefix = ".chengwen-\(shard.label)-"
    let prefix = asidePrefix
    for name in names() where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
      unsafe unlinkat(descriptor, name, 0)
    }
  }

  deinit { close(descriptor) }

  /// Writes a file; from any thread.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) -> Stamp {
    let aside = asidePrefix + name + ".tmp"
    let file = unsafe openat(descriptor, aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(name) }
    var status = stat()
    guard Files.writeAll(bytes, to: file), unsafe fstat(file, &status) == 0 else {
      let error = failure(name)
      close(file)
      unsafe unlinkat(descriptor, aside, 0)
      throw error
    }
    // Some systems say only now that the disk is full.
    guard close(file) == 0, unsafe renameat(descriptor, aside, descriptor, name) == 0 else {
      let error = failure(name)
      unsafe unlinkat(descriptor, aside, 0)
      throw error
    }
    return Stamp(status)
  }

  /// What the file called `name` is recognised by; `nil` if there is none.
  func stamp(of name: String) -> Stamp? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Stamp(status)
  }

  /// Flushes everything written to the disk.
  func flush() { sync() }

  /// The names in the folder, unsorted.
  func names() -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  func bytes(of name: String) -> [UInt8]? { try? Files.read("\(path)/\(name)") }

  /// Opens a file of the folder to be written to at its end.
  func open(appending name: String, emptied: Bool) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (emptied ? O_TRUNC : 0)
    let file = unsafe openat(descriptor, name, flags, 0o666)
    guard file >= 0 else { throw failure(name) }
    return file
  }

  func remove(_ name: String) { unsafe unlinkat(descriptor, name, 0) }

  func failure(_ name: String) -> FileError { Self.failure(name.isEmpty ? path : "\(path)/\(name)") }

  private static func failure(_ path: String) -> FileError {
    FileError(path: path, message: .unwritable(Files.reason()))
  }
}
