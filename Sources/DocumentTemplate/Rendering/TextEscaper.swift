import OfficeDocument
import TemplateLanguage

/// Writes text as the XML of a site, in one pass over its bytes.
///
/// A line feed, a carriage return or both become a line break, a tab a tab; as in docxtpl, the bell character
/// begins a new paragraph and the form feed puts a page break between paragraphs. What XML 1.0 cannot hold
/// (2.2, `Char`) is refused.
enum TextEscaper {
  ///
  /// - Parameter styleName: makes an automatic style of OpenDocument and returns its name.
  static func append(
    _ text: String, at site: Site, to bytes: inout [UInt8], styleName: (AutomaticStyle) -> String
  ) throws(ValueError) {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8Span.span
    var index = 0
    while index < span.count {
      var end = index
      while end < span.count, !isSpecial(span[end], site) { end += 1 }
      if end > index {
        if index == 0, end == span.count {
          bytes.append(contentsOf: text.utf8)
        } else {
          for place in index..<end { bytes.append(span[place]) }
        }
        index = end
      }
      if index < span.count {
        var writer = Writer(site: site)
        index = try writer.special(span, index, &bytes, styleName)
      }
    }
  }

  /// Appends text that needs nothing but copying; false, and nothing appended, if it needs more.
  static func appendBare(_ text: String, foldsBlanks: Bool, to bytes: inout [UInt8]) -> Bool {
    let span = text.utf8.span
    for index in span.indices {
      switch span[index] {
      case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): return false
      case 0x20: if foldsBlanks { return false }
      case 0xEF:
        // U+FFFE and U+FFFF; full-width punctuation begins with this byte, too.
        if index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE { return false }
      default: break
      }
    }
    bytes.append(contentsOf: text.utf8)
    return true
  }

  /// Whether a byte may need more than copying; 0xEF begins U+FFFE and U+FFFF.
  private static func isSpecial(_ byte: UInt8, _ site: Site) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == 0xEF || (byte == UInt8(ascii: "\"") && site.isAttribute)
      || (byte == 0x20 && site.foldsBlanks)
  }

  private struct Writer {
    let site: Site

    /// Writes what stands at `index` and returns the index behind it.
    mutating func special(
      _ span: Span<UInt8>, _ index: Int, _ bytes: inout [UInt8], _ styleName: (AutomaticStyle) -> String
    ) throws(ValueError) -> Int {
      switch span[index] {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case 0x20: return blanks(span, index, &bytes)
      case 0x0A: bytes += site.lineBreak
      case 0x09: bytes += site.tab
      case 0x0D:
        if index + 1 < span.count, span[index + 1] == 0x0A { return index + 1 }
        bytes += site.lineBreak
      case 0x07: bytes += try paragraphBreak(0x07, around: [])
      case 0x0C: bytes += try pageBreak(styleName)
      case 0xEF:
        if index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE {
          throw ValueError(.forbiddenCharacter(0xFFC0 | UInt32(span[index + 2] & 0x3F)))
        }
        bytes.append(0xEF)
      default: throw ValueError(.forbiddenCharacter(UInt32(span[index])))
      }
      return index + 1
    }

    /// OpenDocument folds blanks that follow a blank or stand at a paragraph's edge (ODF 1.3 part 3, 6.1.2);
    /// only one between two other characters can be written as it is.
    private func blanks(_ span: Span<UInt8>, _ index: Int, _ bytes: inout [UInt8]) -> Int {
      var end = index
      while end < span.count, span[end] == 0x20 { end += 1 }
      if index > 0, end < span.count {
        bytes.append(0x20)
        if end - index > 1 { appendBlanks(end - index - 1, &bytes) }
      } else {
        appendBlanks(end - index, &bytes)
      }
      return end
    }

    private func appendBlanks(_ count: Int, _ bytes: inout [UInt8]) {
      bytes += Array((count == 1 ? "<text:s/>" : "<text:s text:c=\"\(count)\"/>").utf8)
    }

    /// In OpenDocument the page breaks before the paragraph that follows, by that paragraph's style.
    private func pageBreak(_ styleName: (AutomaticStyle) -> String) throws(ValueError) -> [UInt8] {
      guard let around = site.around, let styles = around.pageBreaks, let wrap = site.paragraphBreak else {
        return try paragraphBreak(0x0C, around: site.pageBreak)
      }
      let next = around.paragraph.styled(styleName(styles.before)).around(around.inParagraph)
      return wrap.before + next.before
    }

    private func paragraphBreak(_ byte: UInt32, around middle: [UInt8]) throws(ValueError) -> [UInt8] {
      guard let wrap = site.paragraphBreak else { throw ValueError(.forbiddenCharacter(byte)) }
      return wrap.before + middle + wrap.after
    }
  }
}
