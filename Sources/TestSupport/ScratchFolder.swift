import Glibc

/// A folder for one test, removed with what is in it when the last one lets go of it.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let path: String

  /// A new, empty folder where the system keeps temporary files.
  public init() {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/chengwen-test-XXXXXX").utf8CString)
    let made = unsafe mkdtemp(&template) != nil
    precondition(made, "no temporary folder can be made in \(parent)")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file into it; `name` may lie in folders, which are made.
  public func write(_ name: String, _ bytes: [UInt8]) {
    for (index, character) in zip(name.indices, name) where character == "/" {
      unsafe mkdir(path + "/" + name[..<index], 0o700)
    }
    guard let file = unsafe fopen(path + "/" + name, "wb") else { return }
    unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
  }

  /// The bytes of a file in it; empty when there is none.
  public func bytes(_ name: String) -> [UInt8] { TestFiles.bytes(path + "/" + name) ?? [] }

  private static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    for name in TestFiles.names(in: path, hidden: true) { remove(path + "/" + name) }
    unsafe rmdir(path)
  }
}
