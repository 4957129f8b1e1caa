import OfficeDocument
import XMLTree

/// What takes the place of a stretch of a paragraph's text.
struct Replacement {
  enum Content {
    case nothing
    case text(String)
    /// A marker with the tag's number.
    case marker(Int)
  }

  let range: Range<Int>
  let content: Content

  init(range: Range<Int>, by content: Content) {
    self.range = range
    self.content = content
  }
}

extension ParagraphText {
  /// Carries out `replacements`, which are in order and do not overlap. What replaces a stretch stands in the
  /// text node that the stretch begins in, and so takes the formatting of its first character.
  func replace(_ replacements: [Replacement], in tree: XMLTree, _ dialect: Dialect) {
    removeCharacters(within: replacements)
    var next = replacements.startIndex
    for stretch in stretches {
      while next < replacements.endIndex, replacements[next].range.upperBound <= stretch.range.lowerBound {
        next += 1
      }
      guard next < replacements.endIndex, replacements[next].range.lowerBound < stretch.range.upperBound
      else {
        continue
      }
      // Fields hold nothing but characters.
      let isPlain = isPlain || stretch.node.parent.map { dialect.holdsTextOnly($0) } == true
      var nodes: [Node] = []
      var position = stretch.range.lowerBound
      var index = next
      while index < replacements.endIndex, replacements[index].range.lowerBound < stretch.range.upperBound {
        let one = replacements[index]
        nodes += keep(
          position..<max(position, one.range.lowerBound), isCutBehind: true, isPlain, in: tree, dialect)
        if one.range.lowerBound >= stretch.range.lowerBound {
          switch one.content {
          case .nothing: break
          case .text(let text): nodes.append(tree.makeText(text))
          case .marker(let number):
            nodes.append(tree.makeInstruction(target: PartScanner.markerTarget, data: String(number)))
          }
        }
        position = min(one.range.upperBound, stretch.range.upperBound)
        index += 1
      }
      nodes += keep(position..<stretch.range.upperBound, isCutBehind: false, isPlain, in: tree, dialect)
      if let holder = stretch.node.parent, holder.is(W.t) {
        holder.setAttribute(Name(Namespace.xml, "space"), "preserve")
      }
      let holder = stretch.node.parent
      stretch.node.replace(with: nodes)
      if nodes.isEmpty, let holder { removeEmptied(holder, dialect) }
    }
  }

  /// Removes the breaks, tabs and blanks that editors put inside tags.
  private func removeCharacters(within replacements: [Replacement]) {
    var next = replacements.startIndex
    for one in characters {
      while next < replacements.endIndex, replacements[next].range.upperBound <= one.range.lowerBound {
        next += 1
      }
      guard next < replacements.endIndex else { return }
      if replacements[next].range.lowerBound <= one.range.lowerBound { one.node.remove() }
    }
  }

  /// Removes a run or span, and what holds it, when a tag was all it held.
  private func removeEmptied(_ element: Node, _ dialect: Dialect) {
    var current = element
    while dialect.role(of: current) == .characters || dialect.role(of: current) == .inline,
      current.children.allSatisfy({ $0.is(W.rPr) }), let parent = current.parent
    {
      current.remove()
      current = parent
    }
  }

  /// The nodes for text that stays before or behind a tag. OpenDocument folds blanks next to blanks and at a
  /// paragraph's edges (ODF 1.3 part 3, 6.1.2), and what a tag prints may be nothing; so a blank beside a tag
  /// becomes an element.
  private func keep(
    _ range: Range<Int>, isCutBehind: Bool, _ isPlain: Bool, in tree: XMLTree, _ dialect: Dialect
  ) -> [Node] {
    var range = range
    guard !range.isEmpty else { return [] }
    guard dialect.format == .odt, !isPlain else { return [tree.makeText(Array(bytes[range]))] }
    var first: [Node] = []
    var last: [Node] = []
    let isCutBefore = !isCutBehind || bytes[..<range.lowerBound].last == UInt8(ascii: "}")
    if isCutBefore, range.lowerBound > 0, isBlank(bytes[range.lowerBound]) {
      first = [tree.makeElement(ODFText.s)]
      range =
        bytes[range].firstIndex { !isBlank($0) }.map { $0..<range.upperBound } ?? range
        .upperBound..<range.upperBound
    }
    if isCutBehind, !range.isEmpty, isBlank(bytes[range.upperBound - 1]) {
      if range.lowerBound > 0 || bytes[range].contains(where: { !isBlank($0) }) {
        last = [tree.makeElement(ODFText.s)]
      }
      range = range.lowerBound..<(bytes[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? range.lowerBound)
    }
    return first + (range.isEmpty ? [] : [tree.makeText(Array(bytes[range]))]) + last
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
