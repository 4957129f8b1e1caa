public import OfficeDocument

/// Reads parts back as text that a test can compare.
public enum PartText {
  /// An entry's bytes as text.
  public static func entry(_ name: String, of document: [UInt8]) throws(OfficeError) -> String {
    String(decoding: try OfficePackage(document).bytes(of: name), as: UTF8.self)
  }

  /// What the body of a document holds, as XML without the root's namespace declarations.
  public static func body(of document: [UInt8]) throws(OfficeError) -> String {
    let package = try OfficePackage(document)
    let isWord = package.format == .docx
    return inside(
      isWord ? "w:body" : "office:text",
      of: try entry(isWord ? "word/document.xml" : "content.xml", of: document))
  }

  /// The characters between the tags of markup.
  public static func characters(of markup: String) -> String {
    var text = ""
    var isTag = false
    for character in markup {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    for (name, character) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("amp", "&")] {
      text = text.split(separator: "&\(name);", omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }

  /// What the first element called `tag` holds, as it is written.
  public static func inside(_ tag: String, of text: String) -> String {
    guard let open = text.range(of: "<\(tag)"), let start = text[open.upperBound...].firstIndex(of: ">")
    else { return "" }
    if text[text.index(before: start)] == "/" { return "" }
    guard let end = text.range(of: "</\(tag)>", last: true) else { return "" }
    return String(text[text.index(after: start)..<end.lowerBound])
  }
}

extension String {
  /// The first or last place where `other` stands.
  fileprivate func range(of other: String, last: Bool = false) -> Range<String.Index>? {
    let wanted = Array(other.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return nil }
    let starts = Array(0...(bytes.count - wanted.count))
    for start in last ? starts.reversed() : starts
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      let lower = utf8.index(utf8.startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }
}
