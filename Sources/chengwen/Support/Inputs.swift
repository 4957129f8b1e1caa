import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TemplateLanguage

/// Reads what commands work on; whatever goes wrong is reported, and the exit status says of what kind it was.
struct Inputs {
  let console: Console
  private static let cache = TemplateCache()

  /// The bytes of a file.
  func bytes(of path: String) throws -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path)
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  /// A file to be read in pieces.
  func input(_ path: String) throws -> ByteInput {
    do throws(FileError) {
      return try Files.input(path)
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  /// The package in a .docx or .odt file, or in a folder that holds one unpacked.
  func package(at path: String) throws -> OfficePackage {
    guard path != Files.standardStream, Files.isFolder(path) else {
      return try package(try bytes(of: path), name: path)
    }
    do throws(OfficeError) {
      return try OfficePackage(files: try files(below: path))
    } catch {
      console.report([error.diagnostic(file: path)])
      throw Status.unusable
    }
  }

  private func package(_ bytes: [UInt8], name: String) throws -> OfficePackage {
    do throws(OfficeError) {
      return try OfficePackage(bytes)
    } catch {
      console.report([error.diagnostic(file: name)])
      throw Status.unusable
    }
  }

  /// The compiled template at `path`.
  func template(at path: String, environment: Environment = Environment()) throws -> DocumentTemplate {
    try template(at: path, environment) { error, _ in failure(error, file: path) }.compiled
  }

  /// The compiled template at `path`, made again from its compiled form if that is kept; and its package.
  ///
  /// - Parameter failure: what an error comes to.
  func template(
    at path: String, _ environment: Environment,
    failure: (TemplateError, OfficePackage) throws -> ExitCode
  ) throws -> (compiled: DocumentTemplate, package: OfficePackage) {
    var archive: [UInt8]?
    let package: OfficePackage
    if path == Files.standardStream || !Files.isFolder(path) {
      let bytes = try bytes(of: path)
      if let known = Self.cache?.template(bytes, name: path, environment) { return known }
      archive = bytes
      package = try self.package(bytes, name: path)
    } else {
      package = try self.package(at: path)
    }
    let compiled: DocumentTemplate
    do throws(TemplateError) {
      compiled = try DocumentTemplate(package, name: path, environment: environment)
    } catch {
      throw try failure(error, package)
    }
    if let archive { Self.cache?.keep(compiled, archive) }
    return (compiled, package)
  }

  /// A built-in template, made again from its compiled form if that is kept.
  func builtIn<Failure: Error>(
    _ name: String, compile: () throws(Failure) -> DocumentTemplate?
  ) throws(Failure) -> DocumentTemplate? {
    if let known = Self.cache?.builtIn(name) { return known }
    guard let compiled = try compile() else { return nil }
    Self.cache?.keep(builtIn: compiled, name)
    return compiled
  }

  /// What a YAML or JSON file says.
  func value(at path: String) throws -> Value {
    let bytes = try bytes(of: path)
    do throws(DataErrors) {
      return try DataFile.readValue(bytes, name: path)
    } catch {
      console.report(error.diagnostics)
      throw Status.faulty
    }
  }

  /// What a YAML or JSON file says, with the place of each value.
  func node(at path: String) throws -> DataNode {
    let bytes = try bytes(of: path)
    do throws(DataErrors) {
      return try DataFile.read(bytes, name: path)
    } catch {
      console.report(error.diagnostics)
      throw Status.faulty
    }
  }

  /// The report in a file, on another edition of the form if one is asked for; warnings are reported.
  func report(at path: String, edition: String?) throws -> Report {
    let report: Report
    do throws(ReportFailure) {
      report = try ReportFile.read(path)
    } catch {
      console.report(error.diagnostics)
      throw error.status
    }
    guard let edition, edition != report.definition.edition else { return report }
    do throws(DataErrors) {
      let (moved, warnings) = report.transfer(to: try BuiltInForms.library.definition(edition))
      console.report(warnings)
      return moved
    } catch {
      console.report(error.diagnostics)
      throw Status.faulty
    }
  }

  /// The pictures of seals and stamps that a report names, read from its folder; all that is wrong with them is
  /// reported.
  func pictures(of report: Report, at path: String) throws -> [String: PictureData] {
    let folder = DataFolder(of: path)
    var pictures: [String: PictureData] = [:]
    var diagnostics: [Diagnostic] = []
    for file in report.pictureFiles {
      do {
        pictures[file.name] = try PictureData(try folder.read(file.name))
      } catch let error as OfficeError {
        diagnostics.append(Diagnostic(.error, error.message, at: report.source.place(file.path)))
      }
    }
    guard diagnostics.isEmpty else {
      console.report(diagnostics)
      throw Status.unusable
    }
    return pictures
  }

  /// A package as the bytes of a file.
  func archive(_ package: OfficePackage, name: String) throws -> [UInt8] {
    do throws(OfficeError) {
      return try package.write(replacing: [:])
    } catch {
      console.report([error.diagnostic(file: name)])
      throw Status.unusable
    }
  }

  /// Makes an output folder.
  func makeFolder(_ path: String) throws {
    do throws(FileError) {
      try Files.makeFolder(path)
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  /// Writes an output file.
  func write(_ bytes: [UInt8], to path: String) throws {
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  /// The roster in a file; one that a spreadsheet saved in GBK is read too.
  func roster(at path: String) throws -> Roster {
    let bytes = try bytes(of: path)
    do throws(ImportError) {
      let text = try PublishedText.utf8(bytes, name: path)
      do throws(DataErrors) {
        return try Roster(text, name: path)
      } catch {
        console.report(error.diagnostics)
      }
    } catch {
      console.report(error.diagnostics)
    }
    throw Status.faulty
  }

  /// The built-in edition of a name.
  func definition(_ edition: String) throws -> FormDefinition {
    do throws(DataErrors) {
      return try BuiltInForms.library.definition(edition)
    } catch {
      console.report(error.diagnostics)
      throw Status.faulty
    }
  }

  /// Writes an output file by what `body` does to it.
  ///
  /// - Parameter failure: what an error of `body` comes to.
  func write<Failure: Error>(
    to path: String, _ body: (borrowing AsideFile) throws(Failure) -> Void,
    failure: (Failure) throws -> ExitCode
  ) throws {
    let file = try aside(path)
    do throws(Failure) {
      try body(file)
    } catch {
      throw try failure(error)
    }
    do throws(FileError) {
      try file.finish()
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  private func aside(_ path: String) throws -> AsideFile {
    do throws(FileError) {
      return try AsideFile(for: path)
    } catch {
      console.report([error.diagnostic])
      throw Status.unusable
    }
  }

  /// Reports why a template failed; the exit status to end with.
  func failure(_ error: TemplateError, file: String?) -> ExitCode {
    console.report(error.diagnostics(file: file))
    if case .unreadable = error { return Status.unusable }
    return Status.faulty
  }

  /// The files below a folder, with their bytes.
  func files(in path: String) throws -> [(name: String, bytes: [UInt8])] {
    do throws(OfficeError) {
      return try files(below: path)
    } catch {
      console.report([error.diagnostic(file: path)])
      throw Status.unusable
    }
  }

  private func files(below path: String) throws(OfficeError) -> [(name: String, bytes: [UInt8])] {
    do throws(FileError) {
      var files: [(name: String, bytes: [UInt8])] = []
      for name in try Files.list(path) { files.append((name, try Files.read(path + "/" + name))) }
      return files
    } catch {
      throw OfficeError(error.message)
    }
  }
}
