import Glibc
import OfficeDocument
import TestSupport
import Testing

/// The documents of the golden cases, judged by the validators beside the project.
@Suite("documents with values are valid", .enabled(if: TestFiles.sharedFolder != nil))
struct ValidityTests {
  @Test("all documents of a format", arguments: OfficeFormat.allCases)
  func valid(_ format: OfficeFormat) throws {
    let verify = try #require(TestFiles.sharedFolder) + "/verify/"
    let folder = ScratchFolder()
    var names: [String] = []
    for name in ValueGoldenTests.cases {
      let golden = GoldenCase(try #require(TestFiles.text(ValueGoldenTests.folder + "/" + name)))
      guard golden["\(format.rawValue) result"] != nil else { continue }
      let file = name.dropLast(7) + "." + format.rawValue
      folder.write(file, try ValueGoldenTests.render(golden, format))
      names.append(folder.path + "/" + file)
    }
    #expect(names.count > 8)
    let scripts = ["PYTHONPATH": TestFiles.projectFolder + "/Tests/Scripts"]
    let judge = Command([verify + "validate-\(format.rawValue).sh"] + names, environment: scripts)
    #expect(judge.status == 0, "\(judge.output)\(judge.errors)")
    guard format == .docx else { return }
    let old = Command([verify + "validate-docx.sh", "--2008"] + names, environment: scripts)
    #expect(old.status == 0, "\(old.output)\(old.errors)")
    // Microsoft's validator needs packages from PyPI; its script says which.
    guard unsafe getenv("SDK_PYTHON") != nil else { return }
    let sdk = Command([verify + "validate-docx-sdk.sh"] + names)
    #expect(sdk.status == 0, "\(sdk.output)\(sdk.errors)")
  }
}
