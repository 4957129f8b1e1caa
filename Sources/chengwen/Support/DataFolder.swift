import Glibc
import OfficeDocument

/// The folder of a data file, from which the data may name files, such as pictures; from nowhere else.
struct DataFolder {
  private let path: String

  /// - Parameter data: the data file's path; the current folder counts for standard input.
  init(of data: String) {
    let slash = data == Files.standardStream ? nil : data.utf8.lastIndex(of: UInt8(ascii: "/"))
    path = slash.map { String(data[...$0]) } ?? "./"
  }

  /// A folder from which files may be named.
  init(path: String) { self.path = path.hasSuffix("/") ? path : path + "/" }

  /// The bytes of the file called `name` in the folder or a folder in it.
  func read(_ name: String) throws -> [UInt8] {
    guard holds(name) else { throw OfficeError(.fileElsewhere(name)) }
    do throws(FileError) {
      return try Files.read(path + name)
    } catch {
      throw OfficeError(.unreadableNamed(name, error.message))
    }
  }

  /// Whether `name` is that of a file in the folder or a folder in it, there or not.
  func holds(_ name: String) -> Bool {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty && !name.utf8.contains(0) && !steps.contains("") && !steps.contains("..")
      && isInside(name)
  }

  /// Whether there is a file of this name.
  func contains(_ name: String) -> Bool { unsafe access(path + name, F_OK) == 0 }

  /// Whether the file is in the folder when all symbolic links are followed; a file that is not there counts.
  private func isInside(_ name: String) -> Bool {
    guard let folder = Self.real(path), let file = Self.real(path + name) else { return true }
    return file.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
