import Glibc

/// Files for tests: those of the project, and those beside it.
public enum TestFiles {
  /// The project's folder.
  public static let projectFolder = folder(of: folder(of: folder(of: String(#filePath))))

  /// Where the package's programs lie that were built together with the tests.
  public static let productsFolder: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    return folder(
      of: String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }()

  /// Where judges and example files lie that are no part of the project; `nil` when they are not here.
  ///
  /// Named by the environment variable CHENGWEN_SHARED, else a folder `shared` beside the project's. Tests that need
  /// it are disabled without it.
  public static let sharedFolder: String? = {
    if let named = unsafe getenv("CHENGWEN_SHARED") { return unsafe String(cString: named) }
    let beside = folder(of: projectFolder) + "/shared"
    return unsafe access(beside + "/verify", R_OK) == 0 ? beside : nil
  }()

  /// The bytes of a file; `nil` when it cannot be read.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return unsafe ferror(file) == 0 ? bytes : nil }
      bytes += chunk[..<count]
    }
  }

  /// The text of a file in UTF-8; `nil` when it cannot be read.
  public static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in a folder, sorted; none when there is no such folder.
  ///
  /// - Parameter hidden: whether those that begin with a dot are among them.
  public static func names(in folder: String, hidden: Bool = false) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isSpecial = name == "." || name == ".."
      if !isSpecial, hidden || !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of every file in a folder and the folders in it, from that folder on, sorted byte by byte.
  public static func paths(below folder: String) -> [String] {
    var paths: [String] = []
    for name in names(in: folder, hidden: true) {
      let path = folder + "/" + name
      if isFolder(path) {
        paths += Self.paths(below: path).map { name + "/" + $0 }
      } else {
        paths.append(name)
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is a folder at this path.
  public static func isFolder(_ path: String) -> Bool {
    guard let stream = unsafe opendir(path) else { return false }
    unsafe closedir(stream)
    return true
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
