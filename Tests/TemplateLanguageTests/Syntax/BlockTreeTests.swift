import Diagnostics
import Testing

@testable import TemplateLanguage

private func match(_ bodies: [String]) throws -> (tree: BlockTree, faults: [Fault]) {
  BlockTree.match(try bodies.enumerated().map { try parseTag("{% \($1) %}", origin: $0).get() })
}

private func codes(_ bodies: String...) throws -> [String] {
  try match(bodies).faults.map { "\($0.origin) \($0.message.code)" }
}

@Suite("Blocks")
struct BlockTreeTests {
  @Test("tags pair up, with their branches and parents")
  func pairs() throws {
    let (tree, faults) = try match([
      "for a in b", "if a", "set x = 1", "elif b", "else", "endif", "else", "endfor", "macro m()", "endmacro",
    ])
    #expect(faults.isEmpty)
    #expect(tree.blocks.map(\.keyword) == ["for", "if", "macro"])
    #expect(tree.blocks.map(\.open) == [0, 1, 8])
    #expect(tree.blocks.map(\.middles) == [[6], [3, 4], []])
    #expect(tree.blocks.map(\.close) == [7, 5, 9])
    #expect(tree.blocks.map(\.parent) == [nil, 0, nil])
  }

  @Test("a tag without its partner is a fault")
  func unbalanced() throws {
    #expect(try codes("if a") == ["0 unclosed-block"])
    #expect(try codes("endif") == ["0 stray-tag"])
    #expect(try codes("else") == ["0 stray-tag"])
    #expect(try codes("if a", "for b in c", "endif") == ["1 crossed-block"])
    #expect(try codes("for a in b", "endif", "endfor") == ["1 wrong-end"])
    #expect(try codes("with", "else", "endwith") == ["1 misplaced-branch"])
    #expect(try codes("for a in b", "elif c", "endfor") == ["1 misplaced-branch"])
    #expect(try codes("if a", "else", "else", "endif") == ["2 branch-after-else"])
    #expect(try codes("if a", "else", "elif b", "endif") == ["2 branch-after-else"])
    #expect(try codes("if a", "if b", "endif", "macro m()") == ["0 unclosed-block", "3 unclosed-block"])
  }

  @Test("a closing tag that closes the wrong block names both")
  func names() throws {
    let message = try match(["for u in units", "endif", "endfor"]).faults.first?.message
    #expect(
      message?.english
        == "`endif` stands here, but what is open is `{% for u in units %}`, which `endfor` closes")
    let crossed = try match(["if a", "for u in units", "endif"]).faults.first?.message
    #expect(
      crossed?.english == "`for` has no `endfor` before `{% endif %}` closes the block around it")
  }

  @Test("random nesting is balanced, and any tag taken out is noticed")
  func random() throws {
    let kinds = ["if a", "for a in b", "with", "macro m()", "filter upper", "set x", "call m()"]
    for _ in 0..<200 {
      var bodies: [String] = []
      var open: [String] = []
      for _ in 0..<Int.random(in: 1...30) {
        if let last = open.last, Bool.random() {
          bodies.append("end" + last)
          open.removeLast()
        } else {
          let kind = kinds.randomElement() ?? ""
          bodies.append(kind)
          open.append(String(kind.prefix { $0 != " " && $0 != "(" }))
        }
      }
      bodies += open.reversed().map { "end" + $0 }
      let (tree, faults) = try match(bodies)
      #expect(faults.isEmpty)
      #expect(tree.blocks.count == bodies.count / 2)
      var broken = bodies
      broken.remove(at: Int.random(in: bodies.indices))
      #expect(try !match(broken).faults.isEmpty)
    }
  }

  @Test("a hundred thousand blocks open and never closed are matched in one pass")
  func manyOpen() throws {
    let opening = try parseTag("{% if a %}").get()
    let closing = try parseTag("{% endfor %}").get()
    #expect(BlockTree.match(Array(repeating: opening, count: 100_000)).faults.count == 100_000)
    #expect(BlockTree.match(Array(repeating: closing, count: 100_000)).faults.count == 100_000)
  }
}
