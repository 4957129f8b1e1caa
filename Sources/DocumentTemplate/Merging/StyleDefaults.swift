import OfficeDocument
import XMLTree

/// Puts what a document's defaults say into a style, so that it looks the same in a document with other defaults.
enum StyleDefaults {
  private static let paragraphs = Name(Namespace.wordprocessing, "pPrDefault")
  private static let runs = Name(Namespace.wordprocessing, "rPrDefault")
  /// What follows the properties in a style (ISO/IEC 29500-1, 17.7.4.17).
  private static let behind: Set<String> = ["tblPr", "trPr", "tcPr", "tblStylePr"]

  /// The order of a paragraph's properties (17.3.1.26).
  private static let paragraphOrder = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
  ]

  /// `style` with what `defaults`, a `w:docDefaults`, adds to it.
  static func merged(_ defaults: Node, into style: Node) -> Node {
    if let common = defaults.firstElement(paragraphs)?.firstElement(W.pPr) {
      merge(common, into: style, W.pPr, order: paragraphOrder)
    }
    if let common = defaults.firstElement(runs)?.firstElement(W.rPr) {
      merge(common, into: style, W.rPr, order: RunProperty.order)
    }
    return style
  }

  private static func merge(_ common: Node, into style: Node, _ name: Name, order: [String]) {
    let own = style.firstElement(name) ?? insert(name, into: style)
    for property in common.elements {
      guard let there = own.elements.first(where: { $0.localName == property.localName }) else {
        let rank = order.firstIndex(of: property.localName) ?? order.count
        let next = own.elements.first { (order.firstIndex(of: $0.localName) ?? order.count) > rank }
        if let next { next.insertBefore(property.copyDeep()) } else { own.append(property.copyDeep()) }
        continue
      }
      guard ["spacing", "ind", "rFonts", "lang"].contains(property.localName) else { continue }
      for attribute in shared {
        if there.attribute(attribute) == nil, let value = property.attribute(attribute) {
          there.setAttribute(attribute, value)
        }
      }
    }
  }

  /// Attributes that count one by one.
  private static let shared: [Name] = [
    Name(Namespace.wordprocessing, "before"), Name(Namespace.wordprocessing, "after"),
    Name(Namespace.wordprocessing, "line"), Name(Namespace.wordprocessing, "lineRule"),
    Name(Namespace.wordprocessing, "left"), Name(Namespace.wordprocessing, "right"),
    Name(Namespace.wordprocessing, "ascii"), Name(Namespace.wordprocessing, "hAnsi"),
    Name(Namespace.wordprocessing, "eastAsia"), Name(Namespace.wordprocessing, "cs"), W.val,
  ]

  private static func insert(_ name: Name, into style: Node) -> Node {
    let made = style.tree.makeElement(name)
    let next = style.elements.first {
      behind.contains($0.localName) || name == W.pPr && $0.localName == "rPr"
    }
    if let next { next.insertBefore(made) } else { style.append(made) }
    return made
  }
}
