import OfficeDocument
import XMLTree

/// The text of one paragraph, and which node each stretch of it stands in.
struct ParagraphText {
  /// A text node's stretch of the paragraph's text.
  struct Stretch {
    let node: Node
    let range: Range<Int>
  }

  /// UTF-8; breaks and tabs are one character each.
  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [Stretch] = []
  /// The elements that stand for characters, such as tabs.
  private(set) var characters: [Stretch] = []
  /// What holds paragraphs of its own inside this one: text boxes, notes; in document order.
  private(set) var stories: [Node] = []

  /// Whether the text is an element's own, without paragraphs.
  let isPlain: Bool

  /// Reads the paragraph `node`.
  init(_ node: Node, _ dialect: Dialect) {
    isPlain = false
    collect(node, dialect)
  }

  /// Reads the text directly inside `element`, whatever it is.
  init(plain element: Node) {
    isPlain = true
    for child in element.children where child.kind == .text || child.kind == .cdata {
      let start = bytes.count
      bytes.append(contentsOf: child.textBytes)
      stretches.append(Stretch(node: child, range: start..<bytes.count))
    }
  }

  private mutating func collect(_ node: Node, _ dialect: Dialect) {
    let isText = dialect.holdsCharacters(node)
    for child in node.children {
      switch child.kind {
      case .text, .cdata:
        guard isText else { continue }
        let start = bytes.count
        bytes.append(contentsOf: child.textBytes)
        stretches.append(Stretch(node: child, range: start..<bytes.count))
      case .element:
        switch dialect.role(of: child) {
        case .story?, .table?, .paragraph?, .plainText?: stories.append(child)
        case .silent?, .rangeMark?: continue
        case .character(let byte)?:
          let start = bytes.count
          bytes += repeatElement(byte, count: Self.count(of: child))
          characters.append(Stretch(node: child, range: start..<bytes.count))
        default: collect(child, dialect)
        }
      case .comment, .instruction: continue
      }
    }
  }

  /// How many blanks OpenDocument's `text:s` stands for (ODF 1.3 part 3, 6.1.3); 1 for other elements.
  private static func count(of element: Node) -> Int {
    guard element.is(ODFText.s), let count = element.attribute(ODFText.c).flatMap({ Int($0) }) else {
      return 1
    }
    return min(max(count, 0), 1_000)
  }
}
