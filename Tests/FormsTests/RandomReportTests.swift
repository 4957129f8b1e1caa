import DataFiles
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// Writes a report as a data file, rows in any of the ways that are allowed.
private struct ReportText {
  let report: Report
  var random: SeededGenerator

  mutating func text() -> String {
    var lines = [
      "edition: \"\(report.definition.edition)\"", "agency: \(quoted(report.agency))", "form: annual-report",
      "title: \(quoted(report.title))", "date: \(report.date)", "year: \(report.year)",
      "opening: \(paragraphs(report.opening))", "signature: {mode: \(report.signature.mode.rawValue)}",
      "sections:",
    ]
    for section in report.definition.proseSections {
      lines.append("  \(section.id): \(paragraphs(report.sections[section.id] ?? []))")
    }
    lines.append("tables:")
    for table in report.definition.tables {
      lines.append("  \(table.id):")
      for block in table.blocks { write(block.rows, block, table.id, "    ", &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(
    _ rows: [FormRow], _ block: FormBlock, _ path: String, _ indent: String, _ lines: inout [String]
  ) {
    for row in rows {
      guard let id = row.id else {
        write(row.children, block, path, indent, &lines)
        continue
      }
      if row.children.isEmpty {
        lines.append("\(indent)\(id): \(figures(block, "\(path).\(id)"))")
      } else {
        lines.append("\(indent)\(id):")
        write(row.children, block, "\(path).\(id)", indent + "  ", &lines)
      }
    }
  }

  private mutating func figures(_ block: FormBlock, _ path: String) -> String {
    if block.isSingle { return text(path) }
    let ids = block.figureColumns.compactMap(\.id)
    let own = block.figureColumns.filter(\.summands.isEmpty).compactMap(\.id)
    let isSum = block.figureColumns.contains { !$0.summands.isEmpty } && Self.adds(report, path, own)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where isSum: return "[" + own.map { text("\(path).\($0)") }.joined(separator: ", ") + "]"
    case 1 where isSum:
      return "{"
        + own.shuffled(using: &random).map { "\($0): " + text("\(path).\($0)") }.joined(separator: ", ") + "}"
    case 2:
      return "{"
        + ids.shuffled(using: &random).map { "\($0): " + text("\(path).\($0)") }.joined(separator: ", ") + "}"
    default: return "[" + ids.map { text("\(path).\($0)") }.joined(separator: ",") + "]"
    }
  }

  /// Whether the row's total is the sum of its other columns.
  private static func adds(_ report: Report, _ path: String, _ own: [String]) -> Bool {
    report["\(path).total"]?.number == own.compactMap { report["\(path).\($0)"]?.number }.reduce(0, +)
  }

  private mutating func text(_ path: String) -> String {
    let text = report[path]?.text ?? ""
    if case .written = report[path], Bool.random(using: &random) { return "\"\(text)\"" }
    return text
  }

  private func paragraphs(_ paragraphs: [String]) -> String {
    "[" + paragraphs.map(quoted).joined(separator: ", ") + "]"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

@Suite("Random reports")
struct RandomReportTests {
  @Test(
    "a report written as a data file in any of the allowed ways is read back the same",
    arguments: ["sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml"], 0..<8)
  func roundTrip(name: String, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var report = try example(name)
    for cell in report.definition.cells {
      let count = Int.random(in: 0...Int.random(in: 0...999_999_999_999, using: &random), using: &random)
      switch cell.kind {
      case .count: report[cell] = .count(count)
      case .amount:
        let text = "\(count).\(Int.random(in: 0...999, using: &random))0"
        report[cell] = .written(text, try #require(Decimal(text)))
      case .change:
        let text = ["+", "-", "\u{2212}", ""].randomElement(using: &random).map { "\($0)\(count)" } ?? ""
        let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
        report[cell] = .written(text, Decimal(integerLiteral: isNegative ? -count : count))
      }
    }
    // Half of the rows add up, so that their totals may be left out.
    for cell in report.definition.cells where cell.isColumnSum && Bool.random(using: &random) {
      let row = report.definition.cells.filter {
        $0.table == cell.table && $0.row == cell.row && !$0.isColumnSum
      }
      let sum = row.reduce(0) { sum, part in
        if case .count(let count) = report[part] { sum + count } else { sum }
      }
      if sum <= 999_999_999_999 { report[cell] = .count(sum) }
    }
    report.agency = ["某局", "“引号”局", "a: b # c\\d"].randomElement(using: &random) ?? ""
    report.opening = (0..<seed).map { "第\($0)段：{{ 不是标签 }} " }
    report.signature.mode = Report.Signature.Mode.allCases.randomElement(using: &random) ?? .seal
    var writer = ReportText(report: report, random: random)
    let text = writer.text()
    let copy = try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms)
    #expect(copy == report)
    #expect(copy.values == report.values)
  }

  @Test(
    "an example damaged at random reads, or is refused with errors that each have a place", arguments: 0..<20)
  func damage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &* 31)
    let source = try #require(Repository.bytes("Tests/FormsTests/Fixtures/report.yaml"))
    let pieces = ["-1", "\n", " ", ":", "[", "}", "null", "0.5", "\"", "一", "  x: 1\n", "#", "~", ","].map {
      Array($0.utf8)
    }
    for _ in 0..<5 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let spot = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: spot)
        } else {
          bytes.removeSubrange(spot..<min(spot + Int.random(in: 1...9, using: &random), bytes.count))
        }
      }
      do throws(DataErrors) {
        let report = try Report.read(bytes, name: "r.yaml", forms: Repository.forms)
        #expect(report.figures.allSatisfy { $0 != .blank })
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
