import TestSupport

/// A Word template made by chance with what must be unique in blocks of all kinds: bookmarks, references to them,
/// footnotes, comments, content controls, section breaks.
struct RandomNotes {
  private(set) var body = ""
  private(set) var footnotes = ""
  private(set) var comments = ""
  private var random: SeededGenerator
  private var number = 0
  private var depth = 0
  private var macros: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    body = blocks() + paragraph()
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }

  private mutating func next() -> Int {
    number += 1
    return number
  }

  private func tag(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private mutating func blocks() -> String {
    var result = ""
    depth += 1
    defer { depth -= 1 }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let variable = "v\(next())"
      switch Int.random(in: 1...7, using: &random) {
      case 1...2 where depth < 4:
        result += tag("{%p for \(variable) in list %}") + blocks() + tag("{%p endfor %}")
      case 3 where depth < 4:
        result +=
          tag("{%p if \(chance(50) ? "yes" : "no") %}") + blocks() + tag("{%p else %}") + blocks()
          + tag("{%p endif %}")
      case 4 where depth == 1:
        macros.append(variable)
        result += tag("{%p macro \(variable)() %}") + blocks() + tag("{%p endmacro %}")
      case 5 where !macros.isEmpty && depth == 1:
        result += tag("{{p \(macros.randomElement(using: &random) ?? "")() }}")
      case 6 where depth < 4:
        result +=
          "<w:p><w:r><w:t>{% for \(variable) in list %}</w:t></w:r>\(pieces())<w:r><w:t>{% endfor %}</w:t></w:r></w:p>"
      default: result += paragraph()
      }
    }
    return result
  }

  private mutating func paragraph() -> String {
    let section = chance(10) ? "<w:pPr><w:sectPr/></w:pPr>" : ""
    return "<w:p>\(section)\(pieces())</w:p>"
  }

  private mutating func pieces() -> String {
    var result = ""
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let id = next()
      switch Int.random(in: 1...6, using: &random) {
      case 1:
        result +=
          "<w:bookmarkStart w:id=\"\(id)\" w:name=\"b\(id)\"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id=\"\(id)\"/>"
      case 2:
        // Begins here and ends wherever the next paragraph is.
        result += "<w:bookmarkStart w:id=\"\(id)\" w:name=\"b\(id)\"/><w:r><w:t>{{ yes }}</w:t></w:r>"
        pending.append(id)
      case 3:
        footnotes += "<w:footnote w:id=\"\(id)\"><w:p><w:r><w:t>note {{ yes }}</w:t></w:r></w:p></w:footnote>"
        result += "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>"
      case 4:
        comments +=
          "<w:comment w:id=\"\(id)\" w:author=\"a\"><w:p><w:r><w:t>on {{ yes }}</w:t></w:r></w:p></w:comment>"
        result +=
          "<w:commentRangeStart w:id=\"\(id)\"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id=\"\(id)\"/>"
          + "<w:r><w:commentReference w:id=\"\(id)\"/></w:r>"
      case 5:
        result +=
          "<w:sdt><w:sdtPr><w:id w:val=\"\(id)\"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ yes }}</w:t></w:r>"
          + "</w:sdtContent></w:sdt>"
      default:
        let target = Int.random(in: 1...max(1, id - 1), using: &random)
        result += "<w:fldSimple w:instr=\" REF b\(target) \"><w:r><w:t>x</w:t></w:r></w:fldSimple>"
      }
    }
    if let id = pending.last, chance(60) {
      pending.removeLast()
      result += "<w:bookmarkEnd w:id=\"\(id)\"/>"
    }
    return result
  }

  /// The bookmarks that have begun.
  private var pending: [Int] = []

  /// What ends the bookmarks that are still open.
  var closing: String { "<w:p>" + pending.map { "<w:bookmarkEnd w:id=\"\($0)\"/>" }.joined() + "</w:p>" }
}
