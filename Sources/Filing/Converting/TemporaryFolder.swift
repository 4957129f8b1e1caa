import Diagnostics
import Glibc

/// A folder that is removed with all that is in it when its owner is done with it.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// Makes the folder where the system wants temporary files.
  init() throws(ConversionError) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array((parent + "/chengwen-XXXXXX").utf8CString)
    guard let made = unsafe mkdtemp(&name) else { throw ConversionError(.noTemporaryFolder(parent)) }
    path = unsafe String(cString: made)
  }

  deinit {
    Self.remove(path)
  }

  /// Removes a file, or a folder with all that is in it; links are not followed.
  private static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let folder = unsafe opendir(path) {
      var names: [String] = []
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
      }
      unsafe closedir(folder)
      for name in names { remove("\(path)/\(name)") }
    }
    unsafe _ = Glibc.remove(path)
  }

  /// Writes a file in the folder.
  func write(_ bytes: [UInt8], to name: String) throws(ConversionError) {
    guard let file = unsafe fopen("\(path)/\(name)", "wb") else {
      throw ConversionError(.noTemporaryFolder(path))
    }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else {
      throw ConversionError(.noTemporaryFolder(path))
    }
  }

  /// The bytes of a file in the folder; nil if there is none.
  func read(_ name: String) -> [UInt8]? {
    guard let file = unsafe fopen("\(path)/\(name)", "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Makes a folder in the folder.
  func makeFolder(_ name: String) throws(ConversionError) {
    guard unsafe mkdir("\(path)/\(name)", 0o700) == 0 else { throw ConversionError(.noTemporaryFolder(path)) }
  }
}
