import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

/// Reports printed in both formats, all at once, for every test that measures pages.
enum Specimens {
  enum Name: String, CaseIterable {
    case county, seal, sealDrafted, plain, plainLongDate, stamp, joint, jointTwo, hand, prose, small, large,
      turnedOdd,
      turnedEven
  }

  /// What a specimen shows.
  static func report(_ name: Name) throws -> Report {
    switch name {
    case .county: return try Reports.county()
    case .seal: return try Reports.county(signature: "  mode: seal\n  seal: s.png\n  seal_diameter: 42")
    case .sealDrafted: return try Reports.county(signature: "  mode: seal\n  guide: true")
    case .plain: return try Reports.county(signature: "  mode: plain", agency: "云岭彝族自治县人民政府")
    case .plainLongDate:
      return try Reports.county(signature: "  mode: plain", agency: "云岭县政府", date: "2024-10-26")
    case .stamp: return try Reports.county(signature: "  mode: stamp\n  head_title: 县长\n  stamp: t.png")
    case .joint:
      let agencies = ["云岭县人民政府", "云岭县财政局", "云岭县司法局", "云岭县市场监督管理局", "云岭县发展和改革委员会"]
      let list = agencies.map { "    - {name: \($0), seal: s.png}" }.joined(separator: "\n")
      return try Reports.county(signature: "  seal_diameter: 45\n  agencies:\n\(list)")
    case .jointTwo: return try Reports.county(signature: "  agencies: [云岭县财政局, 云岭县司法局]")
    case .hand: return try Reports.county(signature: "  hand_signature: true")
    case .prose:
      var report = try Reports.county()
      report.opening = [String(repeating: "国", count: 28 * 45)]
      return report
    case .small: return try filled { _ in .count(7) }
    case .large: return try filled { .count(12_345_670 + $0 % 10) }
    case .turnedOdd: return try turned(opening: 0)
    case .turnedEven: return try turned(opening: 22)
    }
  }

  /// The example with table 4 turned sideways, lines of text put in before it.
  private static func turned(opening lines: Int) throws -> Report {
    var report = try Reports.county(signature: "  mode: seal\nlayout: {review: landscape}")
    report.opening += GrownProse.paragraphs(lines: lines)
    return report
  }

  private static func filled(_ figure: (Int) -> Figure) throws -> Report {
    var report = try Reports.county()
    for cell in report.definition.cells { report[cell] = figure(cell.index) }
    return report
  }

  static func options(_ name: Name) throws -> PrintOptions {
    PrintOptions(
      isDraft: name == .sealDrafted,
      pictures: [
        "s.png": try EndingTests.picture("seal.png"), "t.png": try EndingTests.picture("stamp.png"),
      ])
  }

  /// The PDF of a specimen.
  static func pdf(_ name: Name, _ format: OfficeFormat) throws -> [UInt8] {
    let printed = try (format == .docx ? word : openDocument).get()
    return printed[Name.allCases.firstIndex(of: name) ?? 0]
  }

  static func pages(_ name: Name, _ format: OfficeFormat) throws -> [PDFPage] {
    try PDFPage.pages(of: pdf(name, format))
  }

  private static let word = Result { try printed(.docx) }
  private static let openDocument = Result { try printed(.odt) }

  private static func printed(_ format: OfficeFormat) throws -> [[UInt8]] {
    try Printer.print(Name.allCases.map { (try report($0), try options($0)) }, as: format)
  }
}
