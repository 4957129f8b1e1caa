import ArgumentParser
import DataFiles
import Diagnostics
import Filing
import Forms

/// Why a file gives no report: what to say, and the status to end with.
struct ReportFailure: Error {
  let diagnostics: [Diagnostic]
  let status: ExitCode
}

/// Reads report files on the built-in editions.
enum ReportFile {
  static func read(_ path: String) throws(ReportFailure) -> Report {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path)
    } catch {
      throw ReportFailure(diagnostics: [error.diagnostic], status: Status.unusable)
    }
    do throws(DataErrors) {
      return try Report.read(bytes, name: path, forms: BuiltInForms.library)
    } catch {
      throw ReportFailure(diagnostics: error.diagnostics, status: Status.faulty)
    }
  }
}

/// The worst that befell any of a run's files.
struct WorstStatus {
  private(set) var code: ExitCode?

  mutating func add(_ new: ExitCode) {
    if new.rawValue > code?.rawValue ?? 0 { code = new }
  }
}
