import XMLTree

let wordNamespace: StaticString = "urn:w"

/// A name in the namespace that the tests' documents bind to `w`.
func w(_ local: StaticString) -> Name { Name(wordNamespace, local) }

/// A document whose root is `w:root`.
func tree(_ content: String, declarations: String = "") throws(XMLError) -> XMLTree {
  try XMLTree(parsing: Array("<w:root xmlns:w=\"urn:w\"\(declarations)>\(content)</w:root>".utf8))
}

/// What ``tree(_:declarations:)`` was given, as it is written now.
func content(of tree: XMLTree) -> String {
  tree.root.children.map { String(decoding: $0.serialize(), as: UTF8.self) }.joined()
}

/// The whole document as it is written.
func written(_ tree: XMLTree) -> String { String(decoding: tree.serialize(), as: UTF8.self) }

/// The code of the error with which a document is refused; nil if it is not.
func refusal(of text: String, limits: XMLLimits = XMLLimits()) -> String? {
  refusal(of: Array(text.utf8), limits: limits)
}

func refusal(of bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> String? {
  do throws(XMLError) {
    _ = try XMLTree(parsing: bytes, limits: limits)
    return nil
  } catch {
    return error.code
  }
}

/// What a document says, whatever prefixes it uses and however it is cut into text nodes and sections.
func canonical(_ node: Node) -> String {
  switch node.kind {
  case .text, .cdata: return node.text
  case .comment: return "<!--\(node.text)-->"
  case .instruction: return "<?\(node.instructionTarget) \(node.text)?>"
  case .element:
    let attributes = node.attributes.map { " {\($0.namespace)}\($0.localName)=\($0.value.debugDescription)" }
    let content = node.children.map { piece in
      piece.kind == .text || piece.kind == .cdata ? piece.text.replacing("<", with: "&lt;") : canonical(piece)
    }
    return "<{\(node.namespace)}\(node.localName)\(attributes.sorted().joined())>\(content.joined())</>"
  }
}

/// Whether the links between the nodes below `top` agree with each other.
func linksAgree(below top: Node) -> Bool {
  var previous: Node?
  for child in top.children {
    guard child.parent == top, child.previousSibling == previous,
      previous.map({ $0.nextSibling == child }) ?? true
    else { return false }
    guard linksAgree(below: child) else { return false }
    previous = child
  }
  return top.lastChild == previous
}
