import DataFiles
import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

/// The example reports, read and rendered.
enum Examples {
  static let names = ["sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml", "town-2021.json"]

  static func report(_ name: String) throws -> Report {
    let bytes = try #require(TestFiles.bytes("\(TestFiles.projectFolder)/Assets/examples/\(name)"))
    return try Report.read(bytes, name: name, forms: BuiltInForms.library)
  }

  static func document(_ report: Report, _ format: OfficeFormat) throws -> [UInt8] {
    let template = try #require(templates["\(report.definition.edition).\(format.rawValue)"])
    return try template.render(report.printValues())
  }

  /// The built-in templates, compiled once for all tests.
  private static let templates: [String: DocumentTemplate] = {
    var templates: [String: DocumentTemplate] = [:]
    for edition in BuiltInForms.library.editions {
      for format in OfficeFormat.allCases {
        templates["\(edition).\(format.rawValue)"] = try? BuiltInForms.template(edition: edition, format)
      }
    }
    return templates
  }()

  /// A document as a file in `folder`; its path.
  static func file(_ bytes: [UInt8], _ name: String, in folder: ScratchFolder) -> String {
    folder.write(name, bytes)
    return "\(folder.path)/\(name)"
  }

  /// The Python with the packages that the scripts read documents with.
  static let python = "\(TestFiles.projectFolder)/.build/venv/bin/python"
  static let hasPython = Command([python, "-c", "import docx, odfdo"]).status == 0
}
