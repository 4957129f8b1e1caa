import DataFiles
import Diagnostics
import Foundation
import Forms
import Testing

/// Files of the repository.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { Array($0) }
  }

  /// The text of a file in `CHENGWEN_SHARED`, or in `shared` beside the checkout.
  static func shared(_ path: String) -> [UInt8]? {
    let folder =
      ProcessInfo.processInfo.environment["CHENGWEN_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return (try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }
  }

  static let forms = FormLibrary(editions: ["2021", "2019", "2021-transitional"]) { bytes("Templates/\($0)") }
}

func definition(_ edition: String) throws -> FormDefinition { try Repository.forms.definition(edition) }

func example(_ name: String) throws -> Report {
  try Report.read(
    try #require(Repository.bytes("Assets/examples/\(name)")), name: name, forms: Repository.forms)
}

/// `line:column code`, one a line; the warnings' code in brackets.
func list(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    let code = diagnostic.severity == .error ? diagnostic.message.code : "(\(diagnostic.message.code))"
    guard case .line(let line, let column) = diagnostic.place.spot else { return code }
    return "\(line):\(column) \(code)"
  }
}

/// What reading a report's text finds wrong.
func faults(_ text: String, edition: String = "2021") throws -> [String] {
  do throws(DataErrors) {
    let node = try DataFile.read(Array(text.utf8), name: "r.yaml", format: .yaml)
    let definition = try Repository.forms.definition(edition)
    return list(Report.read(node, file: "r.yaml", definition: definition).1)
  } catch {
    return list(error.diagnostics)
  }
}
