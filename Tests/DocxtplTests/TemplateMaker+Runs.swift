/// Paragraphs, runs, and tags split over them.
extension TemplateMaker {
  private static let formats = [
    "", "", "<w:b/>", "<w:i/>", "<w:color w:val=\"FF0000\"/>", "<w:sz w:val=\"28\"/>",
  ]

  mutating func paragraph() -> String {
    let style = chance(20) ? "<w:pPr><w:jc w:val=\"right\"/></w:pPr>" : ""
    var pieces = ""
    for _ in 0..<number(0...3) { pieces += piece() }
    return "<w:p>\(style)\(pieces)</w:p>"
  }

  private mutating func piece() -> String {
    switch number(1...12) {
    case 1...3: return run("before {{ \(expression()) }} after")
    case 4...6: return split("{{ \(expression()) }}")
    case 7:
      return loop {
        $0.piece()
      } wrapped: { tag, maker in
        maker.chance(50) ? maker.run(tag) : maker.split(tag)
      }
    case 8:
      return condition {
        $0.piece()
      } wrapped: { tag, maker in
        maker.chance(50) ? maker.run(tag) : maker.split(tag)
      }
    case 9:
      return condition {
        $0.run("a whole run")
      } wrapped: {
        $1.run($0.prefixed("r"))
      }
    case 10: return run("{# nothing #}") + run("{% set held = \(expression()) %}[{{ held }}]")
    case 11: return run("{% if \(test()) %}in{% else %}one{% endif %} run")
    default: return run("plain text ")
    }
  }

  /// A run with a format of its own.
  mutating func run(_ text: String) -> String {
    let format = pick(Self.formats)
    let properties = format.isEmpty ? "" : "<w:rPr>\(format)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text.escaped)</w:t></w:r>"
  }

  /// A tag in one to four runs, cut anywhere, with what editors leave between runs.
  mutating func split(_ tag: String) -> String {
    var rest = tag[...]
    var runs = ""
    for _ in 0..<number(0...3) where rest.count > 1 {
      let count = number(1...(rest.count - 1))
      runs += run(String(rest.prefix(count)))
      if chance(30) { runs += "<w:proofErr w:type=\"spellStart\"/>" }
      rest = rest.dropFirst(count)
    }
    return runs + run(String(rest))
  }
}

extension String {
  /// The text as XML.
  var escaped: String {
    reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
  }
}
