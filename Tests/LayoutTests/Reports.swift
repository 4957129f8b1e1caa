import DataFiles
import DocumentTemplate
import Filing
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// Reports to lay out.
enum Reports {
  /// The example of a county, with another signature.
  static func county(
    signature: String = "  mode: seal\n", agency: String? = nil, date: String? = nil, title: String? = nil
  ) throws -> Report {
    try Report.read(
      Array(text(signature: signature, agency: agency, date: date, title: title).utf8), name: "r.yaml",
      forms: BuiltInForms.library)
  }

  /// Its report file.
  static func text(
    signature: String, agency: String? = nil, date: String? = nil, title: String? = nil
  ) throws -> String {
    let path = "\(TestFiles.projectFolder)/Assets/examples/county-2023.yaml"
    var lines = try #require(TestFiles.text(path)).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let end = try #require(lines.firstIndex(of: "signature:"))
    lines = Array(lines[..<end]) + ["signature:", signature]
    for (key, value) in [("agency", agency), ("date", date)] {
      guard let value, let place = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { continue }
      lines[place] = "\(key): \(value)"
    }
    if let title { lines.insert("title: \(title)", at: 1) }
    return lines.joined(separator: "\n")
  }
}

/// What a report's `layout` holds.
struct Printed {
  let layout: Mapping

  init(_ report: Report, _ options: PrintOptions = PrintOptions()) throws {
    layout = try Self.mapping(report.printValues(options)["layout"])
  }

  var ending: Mapping { get throws { try Self.mapping(layout["ending"]) } }
  var title: RichTextParagraph { get throws { try Self.paragraph(layout["title"]) } }
  var date: RichTextParagraph { get throws { try Self.paragraph(try ending["date"]) } }
  var signers: [RichTextParagraph] { get throws { try Self.paragraphs(try ending["signers"]) } }

  struct NotThere: Error {}

  static func mapping(_ value: Value?) throws -> Mapping {
    guard case .mapping(let mapping) = try #require(value) else { throw NotThere() }
    return mapping
  }

  static func paragraph(_ value: Value?) throws -> RichTextParagraph {
    guard case .object(let object) = try #require(value) else { throw NotThere() }
    return try #require(object as? RichTextParagraph)
  }

  static func paragraphs(_ value: Value?) throws -> [RichTextParagraph] {
    guard case .object(let object) = try #require(value) else { throw NotThere() }
    return try #require(object as? Paragraphs).items
  }
}

extension RichTextParagraph {
  /// Its text without formatting.
  var plain: String { content.plainText }
  /// Its indents in points.
  var left: Double { Double(layout?.leftIndent?.emu ?? 0) / 12_700 }
  var right: Double { Double(layout?.rightIndent?.emu ?? 0) / 12_700 }
  var before: Double { Double(layout?.spaceBefore?.emu ?? 0) / 12_700 }
  var after: Double { Double(layout?.spaceAfter?.emu ?? 0) / 12_700 }
}
