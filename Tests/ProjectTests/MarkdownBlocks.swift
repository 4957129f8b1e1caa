/// The fenced code blocks of a Markdown text, in order; those in list items are taken without their indentation.
struct MarkdownBlocks {
  struct Block: Equatable {
    var language: String
    var text: String
  }

  private(set) var all: [Block] = []

  init(_ markdown: String) {
    var open: (indentation: Int, block: Block)?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if var current = open {
        if text == "```" {
          all.append(current.block)
          open = nil
        } else {
          current.block.text += line.dropFirst(min(current.indentation, line.count - text.count)) + "\n"
          open = current
        }
      } else if text.hasPrefix("```") {
        open = (line.count - text.count, Block(language: String(text.dropFirst(3)), text: ""))
      }
    }
  }

  func of(_ language: String) -> [String] { all.filter { $0.language == language }.map(\.text) }
}
