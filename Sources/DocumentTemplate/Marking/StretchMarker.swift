import OfficeDocument
import XMLTree

/// Puts nodes at offsets of a paragraph's text, cutting runs in two where it must.
struct StretchMarker {
  /// A node to put at an offset: before the character there if it begins a stretch, else behind the one before.
  struct Cut {
    let offset: Int
    let begins: Bool
    /// What goes there, in order.
    let nodes: [Node]
  }

  let dialect: Dialect

  /// Carries out cuts, in any order, in a paragraph that has not been changed since it was read.
  func insert(_ cuts: [Cut], into text: ParagraphText) {
    // At one offset a stretch ends before the next begins.
    let ordered = cuts.enumerated().sorted { left, right in
      let keys = (left.element.offset, left.element.begins ? 1 : 0, left.offset)
      return keys < (right.element.offset, right.element.begins ? 1 : 0, right.offset)
    }.map(\.element)
    var next = 0
    for stretch in text.stretches {
      var node = stretch.node
      var lower = stretch.range.lowerBound
      while next < ordered.count {
        let cut = ordered[next]
        let isBehind =
          cut.begins ? cut.offset >= stretch.range.upperBound : cut.offset > stretch.range.upperBound
        if isBehind { break }
        next += 1
        // A break or a tab has no text node: what begins at one begins at the text behind it.
        let offset = min(max(cut.offset, lower), stretch.range.upperBound)
        guard let first = cut.nodes.first else { continue }
        if offset > lower, offset < stretch.range.upperBound {
          let tree = node.tree
          let rest = tree.makeText(Array(text.bytes[offset..<stretch.range.upperBound]))
          let holder = node.parent
          node.replace(with: [tree.makeText(Array(text.bytes[lower..<offset])), first, rest])
          if let holder, holder.is(W.t) { holder.setAttribute(Name(Namespace.xml, "space"), "preserve") }
          (node, lower) = (rest, offset)
        } else if offset == lower {
          node.insertBefore(first)
        } else {
          node.insertAfter(first)
        }
        lift(first, isStart: cut.begins)
        append(cut.nodes, behind: first)
      }
    }
    // Behind the last text, such as a tab at the end.
    for cut in ordered[next...] {
      guard let last = text.stretches.last?.node, let first = cut.nodes.first else { continue }
      last.insertAfter(first)
      lift(first, isStart: cut.begins)
      append(cut.nodes, behind: first)
    }
  }

  private func append(_ nodes: [Node], behind first: Node) {
    var last = first
    for node in nodes.dropFirst() {
      last.insertAfter(node)
      last = node
    }
  }

  /// Moves a node up to where a comment can stand, out of what may not be cut and by cutting what may.
  private func lift(_ node: Node, isStart: Bool) {
    while let parent = node.parent, !takesComments(parent) {
      switch dialect.role(of: parent) {
      case .inline?, .characters?:
        guard let level = parent.parent else { return }
        NodeSplitter.split(at: node, upTo: level)
      case .paragraph?: return
      default:
        if isStart { parent.insertBefore(node) } else { parent.insertAfter(node) }
      }
    }
  }

  /// Whether comments may stand directly in an element (ISO/IEC 29500-1, EG_RunLevelElements; ODF 1.3 part 3, 3.7.13).
  private func takesComments(_ node: Node) -> Bool {
    switch dialect.format {
    case .docx:
      [W.p, W.hyperlink, W.ins, W.moveTo, W.smartTag, W.customXml, W.fldSimple].contains { node.is($0) }
        || node.is(W.sdtContent)
    case .odt: node.is(ODFText.p) || node.is(ODFText.h) || node.is(ODFText.span)
    }
  }
}
