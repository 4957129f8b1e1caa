import DataFiles
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// The example whose table groups units by county and town, read back by programs that have nothing to do with this
/// one.
@Suite("one-to-many lists")
struct OneToManyTests {
  static let folder = TestFiles.projectFolder + "/Assets/examples/one-to-many"
  static let python = TestFiles.projectFolder + "/.build/venv/bin/python"
  static let hasReaders = Command([python, "-c", "import docx, odfdo"]).status == 0

  private func document(_ format: OfficeFormat) throws -> [UInt8] {
    let folder = Self.folder + "/" + format.rawValue
    let files = TestFiles.paths(below: folder).map { path in
      (name: path, bytes: TestFiles.bytes(folder + "/" + path) ?? [])
    }
    let data = try DataFile.read(TestFiles.bytes(Self.folder + ".yaml") ?? [], name: "one-to-many.yaml")
    guard case .mapping(let mapping) = data.value else { return [] }
    return try DocumentTemplate(OfficePackage(files: files)).render(mapping)
  }

  /// Row, column, rows and columns taken, and text of what is merged, and of the corners.
  private static let expected = [
    #"[0, 0, 2, 1, "县（市）"]"#, #"[0, 3, 1, 4, "办理政府信息公开申请（件）"]"#, #"[1, 3, 1, 1, "一季度"]"#,
    #"[1, 6, 1, 1, "四季度"]"#, #"[0, 7, 2, 1, "合计"]"#,
    #"[2, 0, 5, 1, "阿合奇县"]"#, #"[2, 1, 3, 1, "色帕巴依乡"]"#, #"[5, 1, 2, 1, "库兰萨日克乡"]"#,
    #"[7, 0, 3, 1, "乌恰县"]"#, #"[7, 1, 1, 1, "吾合沙鲁乡"]"#, #"[8, 1, 2, 1, "吉根乡"]"#,
    // Towns of the same name in two counties keep a cell each.
    #"[10, 0, 1, 1, "阿克陶县"]"#, #"[10, 1, 1, 1, "吉根乡"]"#,
    #"[11, 0, 1, 7, "总　计"]"#, #"[11, 7, 1, 1, "38"]"#,
  ]

  @Test(
    "python-docx and odfdo find the left columns merged by value", .enabled(if: hasReaders),
    arguments: OfficeFormat.allCases)
  func merged(_ format: OfficeFormat) throws {
    let scratch = ScratchFolder()
    scratch.write("page.\(format.rawValue)", try document(format))
    let script = TestFiles.projectFolder + "/Tests/Scripts/read_grid.py"
    let result = Command([Self.python, script, "\(scratch.path)/page.\(format.rawValue)"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("{\"rows\": 12, \"columns\": 8,"))
    for cell in Self.expected { #expect(result.output.contains(cell), "\(cell)") }
  }

  @Test("the validators find nothing in either format, and both say the same")
  func valid() throws {
    let documents = try OfficeFormat.allCases.map { try document($0) }
    #expect(try OfficePackage(documents[0]).plainText() == OfficePackage(documents[1]).plainText())
    guard Validators.areHere else { return }
    let scratch = ScratchFolder()
    for (format, bytes) in zip(OfficeFormat.allCases, documents) {
      let path = "\(scratch.path)/page.\(format.rawValue)"
      scratch.write("page.\(format.rawValue)", bytes)
      #expect(Validators.findings(in: [path], format: format.rawValue) == "")
    }
  }
}
