import DataFiles
import Diagnostics
import TemplateLanguage

/// The records of a batch, one after the other: those of a file, or a folder's files.
struct BatchRecords {
  /// A record, with what its names and pictures go by.
  struct Item {
    let record: DataRecord
    /// The name of its own file without the ending; `nil` if it has none.
    let name: String?
    /// The file beside which its pictures lie.
    let file: String
  }

  private var source: Source
  private let path: String

  private enum Source {
    case reader(RecordReader)
    case files([String], next: Int)
  }

  /// Opens the records at `path`; what is wrong with them as a whole is reported.
  init(_ path: String, format: RecordFormat?, inputs: Inputs) throws {
    self.path = path
    if path != Files.standardStream, Files.isFolder(path) {
      do throws(FileError) {
        let files = try Files.list(path).filter { DataFormat(fileName: $0) != nil }
        source = .files(files, next: 0)
      } catch {
        inputs.console.report([error.diagnostic])
        throw Status.unusable
      }
      return
    }
    guard let format = format ?? (path == Files.standardStream ? .jsonLines : RecordFormat(fileName: path))
    else {
      inputs.console.report([Diagnostic(.error, .unknownRecords, at: Place(file: path))])
      throw Status.unusable
    }
    let input = try inputs.input(path)
    do throws(DataErrors) {
      source = .reader(try RecordReader(input, format))
    } catch {
      inputs.console.report(error.diagnostics)
      throw Status.faulty
    }
  }

  /// The next record; `nil` behind the last.
  ///
  /// - Throws: what is wrong with the file, after which there are no more.
  mutating func next() throws(DataErrors) -> Item? {
    switch source {
    case .files(let files, let next):
      guard next < files.count else { return nil }
      source = .files(files, next: next + 1)
      return item(of: files[next], number: next + 1)
    case .reader(var reader):
      source = .files([], next: 0)
      guard let record = try reader.next() else { return nil }
      source = .reader(reader)
      return Item(record: record, name: nil, file: path)
    }
  }

  private func item(of name: String, number: Int) -> Item {
    let file = "\(path)/\(name)"
    let content: Result<Mapping, DataErrors>
    do {
      let node = try DataFile.read(try Files.read(file), name: file)
      if case .mapping(let mapping) = node.value {
        content = .success(mapping)
      } else {
        content = .failure(DataErrors([Diagnostic(.error, .notMapping, at: Place(file: file))]))
      }
    } catch let errors as DataErrors {
      content = .failure(errors)
    } catch let error as FileError {
      content = .failure(DataErrors([error.diagnostic]))
    } catch {
      content = .failure(DataErrors([]))
    }
    let record = DataRecord(number: number, place: Place(file: file), content: content)
    return Item(record: record, name: Files.stem(of: name), file: file)
  }
}
