import DataFiles
import Filing
import Forms
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("Units side by side")
struct UnitTableTests {
  private static let names = ["public-security", "natural-resources", "qingshui-town"]

  private static func units() throws -> [Report] {
    try names.map { try Examples.report("units/\($0).yaml") }
  }

  private static func table(roster: [String] = []) throws -> UnitTable {
    let sum = ReportSum(of: try units(), on: try BuiltInForms.library.definition("2021"))
    return UnitTable(of: sum, roster: roster, agency: "云岭县人民政府", year: 2023)
  }

  /// The rows of the only table in a document, as text.
  private static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    for block in try OfficePackage(bytes).content().blocks {
      if case .table(let table) = block { return table.rows.map { $0.map(\.text) } }
    }
    return []
  }

  @Test(
    "a unit is a row, a key figure a column, and the last row has the sums", arguments: OfficeFormat.allCases)
  func document(format: OfficeFormat) throws {
    let template = try #require(try UnitTable.template(format))
    let bytes = try Self.table().document(template)
    let rows = try Self.rows(bytes)
    #expect(rows.count == 5)
    #expect(rows.first?.prefix(4) == ["序号", "单位", "规范性文件制发", "规范性文件现行有效"])
    #expect(rows.map(\.count) == [19, 19, 19, 19, 18])
    #expect(rows[1][1] == "云岭县公安局" && rows[3][1] == "云岭县清水镇人民政府")
    let county = try Examples.report("county-2023.yaml")
    let totals = county.definition.keyFigures.map { county.definition.figure($0, in: county.figures).text }
    #expect(rows.last.map { Array($0) } == ["合计"] + totals)
    #expect(totals.contains("1520.3080") && totals.contains("18243"))
  }

  @Test("units stand in the roster's order, and those that did not report are there as missing")
  func roster() throws {
    let template = try #require(try UnitTable.template(.docx))
    let table = try Self.table(roster: ["云岭县清水镇人民政府", "云岭县统计局", "云岭县公安局"])
    let bytes = try table.document(template)
    let rows = try Self.rows(bytes)
    #expect(
      rows.dropFirst().map { $0[1] }.prefix(4) == [
        "云岭县清水镇人民政府", "云岭县统计局（未报送）", "云岭县公安局", "云岭县自然资源局",
      ])
    #expect(rows[2].dropFirst(2).allSatisfy { $0 == "—" })
    #expect(try OfficePackage(bytes).plainText().contains("3个单位已报送，1个单位未报送。"))
  }

  @Test("long figures are set in narrower digits", arguments: OfficeFormat.allCases)
  func long(format: OfficeFormat) throws {
    var unit = try #require(try Self.units().first)
    let cell = try #require(unit.definition.cell("disclosure.licences"))
    unit[cell] = .count(123_456_789)
    let table = UnitTable(of: ReportSum(of: [unit], on: unit.definition))
    let bytes = try table.document(try #require(try UnitTable.template(format)))
    let body = try PartText.body(of: bytes)
    #expect(
      format == .docx ? body.contains("<w:w w:val=") : !body.contains("\"Small\">123456789</text:span>"))
    #expect(try OfficePackage(bytes).plainText().contains("123456789"))
  }

  @Test("every edition has key figures, and blanks are dashes")
  func editions() throws {
    for edition in BuiltInForms.library.editions {
      let definition = try BuiltInForms.library.definition(edition)
      #expect(definition.keyFigures.count == 17)
      #expect(definition.keyFigures.allSatisfy { !$0.cells.isEmpty })
    }
    let units = try Self.units()
    let sum = ReportSum(of: units, on: try BuiltInForms.library.definition("2021-transitional"))
    let rows = try Self.rows(try UnitTable(of: sum).document(try #require(try UnitTable.template(.odt))))
    #expect(rows[1][2] == "—" && rows[1][4] == "12034")
  }

  @Test("the validators find nothing in it", .enabled(if: Validators.areHere))
  func valid() throws {
    let scratch = ScratchFolder()
    for format in OfficeFormat.allCases {
      let bytes = try Self.table(roster: ["云岭县统计局"]).document(try #require(try UnitTable.template(format)))
      let path = Examples.file(bytes, "units.\(format.rawValue)", in: scratch)
      let options = format == .odt ? ["--strict"] : []
      #expect(Validators.findings(in: [path], format: format.rawValue, options: options) == "")
      if format == .docx, Validators.sdkIsHere { #expect(Validators.sdkFindings(in: [path]) == "") }
    }
  }
}
