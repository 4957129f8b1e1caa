import TestSupport
import Testing
import XMLTree

/// Random trees and random changes to them, the same in every run.
struct RandomTests {
  @Test("what is written reads back as the same tree", arguments: 0..<30)
  func roundTrip(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let document = try XMLTree(parsing: Array(source(&random, depth: 0).utf8))
    let once = document.serialize()
    let again = try XMLTree(parsing: once)
    #expect(canonical(again.root) == canonical(document.root))
    #expect(again.serialize() == once)
  }

  @Test("any sequence of changes leaves links that agree and a document that reads back", arguments: 0..<30)
  func changes(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1_000)
    let document = try XMLTree(parsing: Array(source(&random, depth: 0).utf8))
    let other = "urn:\(seed % 3)"
    var nodes = [document.root] + document.root.descendants
    for step in 0..<200 {
      change(document, &nodes, other, &random)
      if step % 10 == 0 { #expect(gatherAgrees(below: document.root)) }
    }
    #expect(nodes.allSatisfy { $0.kind != .element || gatherAgrees(below: $0) })
    #expect(linksAgree(below: document.root))
    #expect(nodes.allSatisfy { $0 == document.root || $0.parent != $0 })
    let again = try XMLTree(parsing: document.serialize())
    #expect(canonical(again.root) == canonical(document.root))
    let copy = document.root.copyDeep()
    #expect(canonical(copy) == canonical(document.root))
  }

  @Test("a document with some bytes changed is refused, or reads back as it was read", arguments: 0..<20)
  func damage(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 2_000)
    let source = Array(source(&random, depth: 0).utf8)
    let marks = Array("<>&;\"'=/!?-[]: x\u{0}".utf8) + [0xFF, 0xE4]
    for _ in 0..<40 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = marks.randomElement(using: &random) ?? 0
      }
      guard let tree = try? XMLTree(parsing: bytes) else { continue }
      #expect(canonical(try XMLTree(parsing: tree.serialize()).root) == canonical(tree.root))
    }
  }

  private static let notes = [
    NameNote(among: [Name("urn:a", "m"), Name("urn:b", "p")]), NameNote(among: [Name("urn:none", "none")]),
  ]

  /// What is gathered by notes and for instructions is what a walk over all nodes finds.
  private func gatherAgrees(below top: Node) -> Bool {
    let all = Array(top.descendants)
    let instructions = all.filter { $0.kind == .instruction }
    return top.descendants(noted: nil, instructions: true) == instructions
      && Self.notes.allSatisfy { note in
        top.descendants(noted: note) == all.filter { $0.note(note) != 0 }
          && top.descendants(noted: note, instructions: true)
            == all.filter { $0.note(note) != 0 || $0.kind == .instruction }
      }
  }

  private func change(
    _ tree: XMLTree, _ nodes: inout [Node], _ other: String, _ random: inout SeededGenerator
  ) {
    guard let node = nodes.randomElement(using: &random), let place = nodes.randomElement(using: &random)
    else {
      return
    }
    switch Int.random(in: 0..<13, using: &random) {
    case 0: nodes.append(tree.makeText(["x", "", "<&>\"", " ", "中"].randomElement(using: &random) ?? ""))
    case 1:
      nodes.append(
        tree.makeElement(
          [Name("urn:a", "m"), Name("urn:n", "m"), Name("", "m")][Int.random(in: 0..<3, using: &random)]))
    case 2: nodes.append(node.copyDeep())
    case 3: nodes.append(node.copyShallow())
    case 4 where node != tree.root: node.remove()
    case 5 where node.kind == .element:
      let name = [Name("urn:a", "s"), Name("urn:b", "s"), Name("urn:n", "s"), Name("", "s")]
      node.setAttribute(
        name[Int.random(in: 0..<4, using: &random)], "\(Int.random(in: 0..<9, using: &random))\n")
    case 6 where node.kind == .element:
      if let attribute = node.attributes.randomElement(using: &random), attribute.namespace == "urn:a" {
        node.removeAttribute(Name("urn:a", "s"))
      }
    case 7...11:
      guard node != tree.root, node != place, !place.isDescendant(of: node) else { return }
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place.kind == .element: place.append(node)
      case 1 where place.kind == .element: place.prepend(node)
      case 2 where place.parent != nil: place.insertBefore(node)
      case 3 where place.parent != nil: place.insertAfter(node)
      default: break
      }
    case 12: nodes.append(tree.makeInstruction(target: "i", data: "d"))
    default: break
    }
  }

  /// An element with random content, in prefixes that are declared again and again with other meanings.
  private func source(_ random: inout SeededGenerator, depth: Int) -> String {
    let prefixes = ["a", "b", ""]
    let prefix = depth == 0 ? "a" : prefixes.randomElement(using: &random) ?? ""
    let name = (prefix.isEmpty ? "" : prefix + ":") + ["p", "r", "t"][Int.random(in: 0..<3, using: &random)]
    var tag = "<\(name)"
    for one in prefixes where depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      // The two prefixes never share a namespace, so that no attribute can come twice.
      let choices =
        one == "a" ? ["urn:a", "urn:c"] : one == "b" ? ["urn:b", "urn:n"] : ["urn:a", "urn:b", ""]
      tag += " xmlns\(one.isEmpty ? "" : ":" + one)=\"\(choices.randomElement(using: &random) ?? "")\""
    }
    for one in prefixes where Int.random(in: 0..<3, using: &random) == 0 {
      tag += " \(one.isEmpty ? "" : one + ":")k=\"&lt;&#10;\(Int.random(in: 0..<100, using: &random))\""
    }
    tag += ">"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: tag += "text &amp; &#13; 中"
      case 1: tag += "<!-- c -->"
      case 2: tag += "<?p q?>"
      case 3: tag += "<![CDATA[<&]]>"
      default: if depth < 6 { tag += source(&random, depth: depth + 1) }
      }
    }
    return tag + "</\(name)>"
  }
}
