import OfficeDocument
import TemplateLanguage
import XMLTree

/// Carries out `{%-` and `-%}`.
///
/// A trim sign takes away blanks beside its tag. Where it reaches a line break it takes that, and where it
/// reaches the paragraph's edge it joins the paragraph with its neighbour, as in docxtpl; what stands beyond a
/// break stays as it is, and so do no-break spaces, which authors use to keep a blank.
struct Trimmer {
  let dialect: Dialect
  let records: [TagRecord]

  func trim(_ markers: [MarkerList.Marker]) {
    for marker in markers {
      let tag = records[marker.origin].tag
      guard tag.carrier == nil else { continue }
      if tag.trimsBefore { trim(beside: marker.node, .backward) }
      if tag.trimsAfter { trim(beside: marker.node, .forward) }
    }
  }

  private enum Direction {
    case backward
    case forward
  }

  private func trim(beside marker: Node, _ direction: Direction) {
    guard let paragraph = dialect.ancestor(of: marker, as: .paragraph) else { return }
    var node = neighbour(of: marker, direction, within: paragraph)
    while let current = node {
      let next = neighbour(of: current, direction, within: paragraph)
      switch current.kind {
      case .text, .cdata:
        guard let parent = current.parent, dialect.holdsCharacters(parent) else { break }
        if !trimBlanks(of: current, direction) { return }
      case .instruction: return
      case .comment: break
      case .element:
        switch dialect.role(of: current) {
        case .character(let byte)?:
          current.remove()
          if byte == UInt8(ascii: "\n") { return }
        case .object?, .shape?, .uncuttable?: return
        default: break
        }
      }
      node = next
    }
    join(paragraph, direction)
  }

  /// The next leaf, or element without text of its own, towards the paragraph's edge.
  private func neighbour(of node: Node, _ direction: Direction, within paragraph: Node) -> Node? {
    var current = node
    while current != paragraph {
      if var found = direction == .backward ? current.previousSibling : current.nextSibling {
        while isOpened(found), let inner = direction == .backward ? found.lastChild : found.firstChild {
          found = inner
        }
        return found
      }
      guard let parent = current.parent else { return nil }
      current = parent
    }
    return nil
  }

  private func isOpened(_ node: Node) -> Bool {
    switch dialect.role(of: node) {
    case .inline?, .characters?: true
    default: false
    }
  }

  /// Takes the blanks at the near end away; true if nothing else is in the text.
  private func trimBlanks(of node: Node, _ direction: Direction) -> Bool {
    let bytes = node.textBytes
    let kept =
      direction == .backward
      ? bytes.lastIndex { $0 > 0x20 }.map { bytes[...$0] }
      : bytes.firstIndex { $0 > 0x20 }.map { bytes[$0...] }
    guard let kept else {
      node.remove()
      return true
    }
    if kept.count < bytes.count { node.replace(with: [node.tree.makeText(Array(kept))]) }
    return false
  }

  private func join(_ paragraph: Node, _ direction: Direction) {
    guard let other = adjacentParagraph(of: paragraph, direction) else { return }
    let (first, second) = direction == .backward ? (other, paragraph) : (paragraph, other)
    let properties = second.firstElement(W.pPr)
    if let section = properties?.firstElement(W.sectPr) {
      guard first.firstElement(W.pPr)?.firstElement(W.sectPr) == nil else { return }
      keepSection(section, in: first)
    }
    for child in second.children where child != properties { first.append(child) }
    second.remove()
  }

  private func keepSection(_ section: Node, in paragraph: Node) {
    var properties = paragraph.firstElement(W.pPr)
    if properties == nil {
      let made = paragraph.tree.makeElement(W.pPr)
      paragraph.prepend(made)
      properties = made
    }
    if let change = properties?.firstElement(W.pPrChange) {
      change.insertBefore(section)
    } else {
      properties?.append(section)
    }
  }

  private func adjacentParagraph(of paragraph: Node, _ direction: Direction) -> Node? {
    var node = direction == .backward ? paragraph.previousSibling : paragraph.nextSibling
    while let current = node {
      switch dialect.role(of: current) {
      case .paragraph?: return current
      case .rangeMark?, .silent?: break
      case nil where current.kind == .text: break
      default: return nil
      }
      node = direction == .backward ? current.previousSibling : current.nextSibling
    }
    return nil
  }
}
