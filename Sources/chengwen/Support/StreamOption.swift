import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import Synchronization
import TemplateLanguage

/// `NAME=FILE`: the list NAME is read from FILE while the template's loop goes through it.
struct StreamOption: ExpressibleByArgument {
  let name: String
  let file: String

  init?(argument: String) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    name = String(argument[..<equals])
    file = String(argument[argument.utf8.index(after: equals)...])
    if name.isEmpty || file.isEmpty { return nil }
  }

  /// The list, for a template; `nil` if the file's name doesn't say how it is written.
  var list: (any StreamedList)? {
    let isStandard = file == Files.standardStream
    guard let format = isStandard ? .jsonLines : RecordFormat(fileName: file), format != .yaml else {
      return nil
    }
    let (file, folder, opened) = (file, DataFolder(of: file), OpenedOnce())
    let records = StreamedRecords(name: file, format: format) { () throws(ByteInput.Failure) in
      if isStandard, !opened.isFirst() { throw ByteInput.Failure(.standardInputTwice) }
      do throws(FileError) {
        return try Files.input(file)
      } catch {
        throw ByteInput.Failure(error.message)
      }
    }
    return ResolvedList(records, name: file) { try folder.read($0) }
  }

  /// Standard input can't be read a second time.
  private final class OpenedOnce: Sendable {
    private let isOpened = Mutex(false)

    func isFirst() -> Bool {
      isOpened.withLock { isOpened in
        defer { isOpened = true }
        return !isOpened
      }
    }
  }
}

/// A number of bytes as an option's value: `1000`, `512K`, `256M`, `2G`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0 else {
      return nil
    }
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit ?? 1)
    if isTooMuch { return nil }
    self.bytes = bytes
  }
}
