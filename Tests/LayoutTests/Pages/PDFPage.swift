import TestSupport
import Testing

/// A page of a PDF: its words with their places, in points from the page's upper left corner.
struct PDFPage {
  /// Text with the box of its glyphs.
  struct Box {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var middle: Double { (left + right) / 2 }
    var height: Double { bottom - top }
  }

  let width: Double
  let height: Double
  let words: [Box]

  /// Words that stand side by side, from left to right, as rows from top to bottom.
  var rows: [[Box]] {
    var rows: [[Box]] = []
    for word in words.sorted(by: { $0.top + $0.bottom < $1.top + $1.bottom }) {
      if let last = rows.last?.last, abs(last.top + last.bottom - word.top - word.bottom) < 8 {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
    return rows.map { $0.sorted { $0.left < $1.left } }
  }

  /// Words that stand side by side, as lines from top to bottom.
  var lines: [Box] {
    rows.map { words in
      Box(
        text: words.map(\.text).joined(), left: words[0].left, top: words.map(\.top).min() ?? 0,
        right: words.map(\.right).max() ?? 0, bottom: words.map(\.bottom).max() ?? 0)
    }
  }

  /// The lines of the text block: those above the page number's.
  var body: [Box] { lines.filter { $0.bottom < Millimetres.points(262.5) } }

  /// The pages of a PDF, as poppler reads them.
  static func pages(of pdf: [UInt8]) throws -> [PDFPage] {
    let scratch = ScratchFolder()
    scratch.write("pages.pdf", pdf)
    let result = Command(["pdftotext", "-bbox", "\(scratch.path)/pages.pdf", "-"])
    try #require(result.status == 0, "\(result.errors)")
    var pages: [PDFPage] = []
    var size = (width: 0.0, height: 0.0)
    var words: [Box] = []
    for line in result.output.split(separator: "\n") {
      let markup = line.drop { $0 == " " }
      if markup.hasPrefix("<page") {
        size = (try attribute("width", markup), try attribute("height", markup))
        words = []
      } else if markup.hasPrefix("<word") {
        let text = markup.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        words.append(
          Box(
            text: String(text), left: try attribute("xMin", markup), top: try attribute("yMin", markup),
            right: try attribute("xMax", markup), bottom: try attribute("yMax", markup)))
      } else if markup.hasPrefix("</page") {
        pages.append(PDFPage(width: size.width, height: size.height, words: words))
      }
    }
    return pages
  }

  private static func attribute(_ name: String, _ markup: Substring) throws -> Double {
    let value = markup.split(separator: " \(name)=\"").dropFirst().first?.prefix { $0 != "\"" }
    return try #require(value.flatMap { Double(String($0)) })
  }
}

/// Millimetres and points.
enum Millimetres {
  static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
  static func of(points: Double) -> Double { points * 25.4 / 72 }
}
