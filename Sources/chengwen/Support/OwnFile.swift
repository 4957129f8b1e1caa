import Glibc

/// A file that belongs to the user the program runs for, and that nobody else can write.
struct OwnFile: ~Copyable {
  let size: Int
  private let descriptor: Int32

  /// Opens a file; nil if there is none, or if others can write it or the folder it lies in.
  init?(reading path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), Self.isOwnFolder(String(path[..<slash]))
    else {
      return nil
    }
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { return nil }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0, Self.isOwn(status, S_IFREG) else {
      close(opened)
      return nil
    }
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next bytes; nil if there are fewer.
  func read(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= size else { return nil }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let read = unsafe Glibc.read(descriptor, start + filled, count - filled)
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        filled += read
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// All bytes that follow.
  func readRest() -> [UInt8]? { read(size - Int(lseek(descriptor, 0, SEEK_CUR))) }

  /// Makes a folder of the user's own, or finds it.
  static func makeFolder(_ path: String) -> Bool {
    (try? Files.makeFolder(path, mode: 0o700)) != nil && isOwnFolder(path)
  }

  /// Writes a file aside and renames it; one that can't be written is left out.
  static func write(_ bytes: [UInt8], to path: String) {
    let aside = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = Files.writeAll(bytes, to: descriptor)
    close(descriptor)
    guard isWritten, unsafe rename(aside, path) == 0 else {
      _ = unsafe unlink(aside)
      return
    }
  }

  /// In nanoseconds since 1970; a file that is gone is the oldest.
  static func timeOfWriting(_ path: String) -> Int {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return false }
    return isOwn(status, S_IFDIR)
  }

  private static func isOwn(_ status: stat, _ kind: mode_t) -> Bool {
    status.st_mode & S_IFMT == kind && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }
}
