import OfficeDocument
import TemplateLanguage

/// How a paragraph stands on its page, where that differs from its style. What is nil stays as the style has it.
public struct ParagraphLayout: Sendable, Hashable {
  /// Where its lines stand between the indents.
  public var alignment: Alignment?
  /// The indents of all its lines; of the first line besides.
  public var leftIndent: Length?
  public var rightIndent: Length?
  public var firstLineIndent: Length?
  /// The space above and below it.
  public var spaceBefore: Length?
  public var spaceAfter: Length?
  /// Where text behind a tab is centred, from the left edge of the text area, from left to right.
  public var centerTabs: [Length] = []
  /// The height of its lines, whatever stands in them.
  public var lineHeight: Length?
  /// Whether no page ends between it and the next paragraph.
  public var keepsWithNext: Bool?
  /// Whether no page ends inside it.
  public var keepsTogether: Bool?

  /// Where lines stand.
  public enum Alignment: Sendable, Hashable, CaseIterable {
    case left
    case center
    case right
    case justified
  }

  /// Makes a layout.
  public init(
    alignment: Alignment? = nil, leftIndent: Length? = nil, rightIndent: Length? = nil,
    firstLineIndent: Length? = nil, spaceBefore: Length? = nil, spaceAfter: Length? = nil,
    lineHeight: Length? = nil, keepsWithNext: Bool? = nil, keepsTogether: Bool? = nil
  ) {
    self.alignment = alignment
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.firstLineIndent = firstLineIndent
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.lineHeight = lineHeight
    self.keepsWithNext = keepsWithNext
    self.keepsTogether = keepsTogether
  }

  /// The children of a `w:pPr`, in the schema's order (ISO/IEC 29500-1, 17.3.1.26).
  func wordProperties(prefix: String) -> String {
    func element(_ name: String, _ attributes: [(name: String, value: String?)]) -> String {
      let written = attributes.compactMap { attribute in
        attribute.value.map { " \(prefix)\(attribute.name)=\"\($0)\"" }
      }
      return written.isEmpty ? "" : "<\(prefix)\(name)\(written.joined())/>"
    }
    func toggle(_ name: String, _ isOn: Bool?) -> String {
      isOn.map { "<\(prefix)\(name)\($0 ? "" : " \(prefix)val=\"0\"")/>" } ?? ""
    }
    func twips(_ length: Length?) -> String? { length.map { String($0.twips) } }
    let first = firstLineIndent?.twips
    let tabs = centerTabs.map { "<\(prefix)tab \(prefix)val=\"center\" \(prefix)pos=\"\($0.twips)\"/>" }
    return toggle("keepNext", keepsWithNext) + toggle("keepLines", keepsTogether)
      + (tabs.isEmpty ? "" : "<\(prefix)tabs>\(tabs.joined())</\(prefix)tabs>")
      + element(
        "spacing",
        [
          ("before", twips(spaceBefore)), ("after", twips(spaceAfter)), ("line", twips(lineHeight)),
          ("lineRule", lineHeight.map { _ in "exact" }),
        ])
      + element(
        "ind",
        [
          // Word heeds the lengths only where there are no counts of characters.
          ("leftChars", leftIndent.map { _ in "0" }), ("left", twips(leftIndent)),
          ("rightChars", rightIndent.map { _ in "0" }), ("right", twips(rightIndent)),
          ("firstLineChars", first.map { _ in "0" }),
          (first ?? 0 < 0 ? "hanging" : "firstLine", first.map { String(abs($0)) }),
        ])
      + element("jc", [("val", alignment?.word)])
  }

  /// An automatic style of OpenDocument over the common style called `parent` (ODF 1.3 part 3, 17.6).
  func openDocumentStyle(parent: String) throws(ValueError) -> AutomaticStyle {
    var properties = ""
    func add(_ name: String, _ value: String?) {
      if let value { properties += " \(name)=\"\(value)\"" }
    }
    add("fo:text-align", alignment?.openDocument)
    add("fo:margin-left", leftIndent?.points)
    add("fo:margin-right", rightIndent?.points)
    add("fo:text-indent", firstLineIndent?.points)
    add("style:auto-text-indent", firstLineIndent.map { _ in "false" })
    add("fo:margin-top", spaceBefore?.points)
    add("fo:margin-bottom", spaceAfter?.points)
    add("fo:line-height", lineHeight?.points)
    add("fo:keep-with-next", keepsWithNext.map { $0 ? "always" : "auto" })
    add("fo:keep-together", keepsTogether.map { $0 ? "always" : "auto" })
    // Positions are from the indent here.
    let tabs = centerTabs.map { tab in
      let position = Length(emu: tab.emu - (leftIndent?.emu ?? 0)).points
      return "<style:tab-stop style:position=\"\(position)\" style:type=\"center\"/>"
    }
    let stops =
      tabs.isEmpty
      ? "/>" : "><style:tab-stops>\(tabs.joined())</style:tab-stops></style:paragraph-properties>"
    return AutomaticStyle(
      wrap: Wrap(
        "<style:style xmlns:style=\"\(Namespace.style)\" xmlns:fo=\"\(Namespace.formatting)\" style:name=\"",
        "\" style:family=\"paragraph\"\(try Markup.attribute("style:parent-style-name", parent))>"
          + "<style:paragraph-properties\(properties)\(stops)</style:style>"))
  }
}

extension ParagraphLayout.Alignment {
  fileprivate var word: String {
    switch self {
    case .left: "left"
    case .center: "center"
    case .right: "right"
    case .justified: "both"
    }
  }

  fileprivate var openDocument: String {
    switch self {
    case .left: "start"
    case .center: "center"
    case .right: "end"
    case .justified: "justify"
    }
  }
}

extension Length {
  /// The length in twentieths of a point, as Word writes it.
  var twips: Int { Int((Double(emu) / 635).rounded()) }

  /// The length in points with two decimals at most; it may be negative.
  var points: String {
    let hundredths = Int((Double(abs(emu)) / 127).rounded())
    let fraction = String(hundredths % 100)
    return (emu < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)."
      + String(repeating: "0", count: 2 - fraction.utf8.count) + fraction + "pt"
  }
}
