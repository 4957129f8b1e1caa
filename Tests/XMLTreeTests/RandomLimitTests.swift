import TestSupport
import Testing
import XMLTree

/// A document made up at random, with what it has of everything that is limited.
private struct Measured {
  var text = ""
  var depth = 0
  var nodes = 0
  var attributes = 0
  var namespaces = 0
  private var random: SeededGenerator

  /// What may mislead those who don't read by the byte.
  private static let pieces = [
    "/>", ">", "x", " ", "=", "xmlns", "?>", "-->", "&lt;a&gt;", "]]&gt;", "字", "/", "a='b'", "a=\"b\"", "\n",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    if Bool.random(using: &random) {
      text = "<?xml version=\"1.0\"?>"
      nodes = 1
    }
    element(1, inForce: 0)
  }

  private mutating func element(_ level: Int, inForce: Int) {
    nodes += 1
    text += "<e"
    let count = Int.random(in: 0...3, using: &random)
    var declarations = 0
    for number in 0..<count {
      if Int.random(in: 0..<5, using: &random) == 0 {
        text += " xmlns:n\(number)='urn:\(number)'"
        declarations += 1
        continue
      }
      let quote = Bool.random(using: &random) ? "\"" : "'"
      let value = content().filter { String($0) != quote }
      text += " a\(number)=\(quote)\(value)\(quote)"
      nodes += 2
    }
    attributes = max(attributes, count)
    namespaces = max(namespaces, inForce + declarations)
    let isEmpty = level > 1 && Bool.random(using: &random)
    text += isEmpty ? "/>" : ">"
    guard !isEmpty else { return }
    depth = max(depth, level)
    var isBehindText = false
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        nodes += 1
        text += "<!--<e><e>-->"
        isBehindText = false
      case 1, 2:
        let content = content()
        guard !content.isEmpty, !isBehindText else { continue }
        nodes += 1
        isBehindText = true
        text += content
      default:
        guard level < 8 else { continue }
        element(level + 1, inForce: inForce + declarations)
        isBehindText = false
      }
    }
    text += "</e>"
  }

  private mutating func content() -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
  }
}

struct RandomLimitTests {
  @Test("each limit lets pass what is within it and nothing else: 5,000 documents, made to mislead")
  func exact() {
    for seed in 0..<5_000 {
      let one = Measured(seed: UInt64(seed))
      func refused(_ change: (inout XMLLimits) -> Void) -> String? {
        var limits = XMLLimits()
        change(&limits)
        return refusal(of: one.text, limits: limits)
      }
      #expect(refused { _ in } == nil, "\(one.text)")
      #expect(refused { $0.depth = one.depth } == nil, "\(one.text)")
      #expect(refused { $0.depth = one.depth - 1 } == "xml-too-deep", "\(one.text)")
      #expect(refused { $0.attributes = one.attributes } == nil, "\(one.text)")
      if one.attributes > 0 {
        #expect(refused { $0.attributes = one.attributes - 1 } == "xml-too-many-attributes", "\(one.text)")
      }
      #expect(refused { $0.namespaces = one.namespaces } == nil, "\(one.text)")
      if one.namespaces > 0 {
        #expect(refused { $0.namespaces = one.namespaces - 1 } == "xml-too-many-namespaces", "\(one.text)")
      }
      #expect(refused { $0.nodes = one.nodes } == nil, "\(one.text)")
      #expect(refused { $0.nodes = one.nodes - 1 } == "xml-too-many-nodes", "\(one.text)")
    }
  }

  @Test("what stands between two elements may hide neither depth nor attributes")
  func hidden() {
    let deep = String(repeating: "<a b='/>'>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(refusal(of: deep) == "xml-too-deep")
    let mixed = String(repeating: "<a b='/>' c=\"/>\">x", count: 300) + String(repeating: "</a>", count: 300)
    #expect(refusal(of: mixed) == "xml-too-deep")
    let closed = "<r>" + String(repeating: "<a b='/>'/>", count: 3_000) + "</r>"
    #expect(refusal(of: closed) == nil)
    let many = "<r>" + String(repeating: "<a/>\n", count: 3_000) + "</r>"
    #expect(refusal(of: many) == nil)
    var limits = XMLLimits()
    limits.nodes = 3_001
    #expect(refusal(of: closed.replacing(" b='/>'", with: ""), limits: limits) == nil)
    limits.nodes = 3_000
    #expect(refusal(of: closed.replacing(" b='/>'", with: ""), limits: limits) == "xml-too-many-nodes")
  }
}
