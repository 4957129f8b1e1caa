public import Diagnostics
public import OfficeDocument

/// The fonts that a document names.
public enum DocumentFonts {
  /// Says which fonts `document` names and `pdf`, made of it, does not have; nil if it has all.
  public static func substitutions(in document: [UInt8], pdf: [UInt8]) throws(OfficeError) -> Message? {
    let fonts = PDFFonts.names(in: pdf)
    guard !fonts.isEmpty else { return .unknownFonts }
    let missing = try names(in: try OfficePackage(document)).filter { !FontNames.isFont($0, among: fonts) }
    return missing.isEmpty ? nil : .substitutedFonts(missing, instead: fonts)
  }

  /// The names of fonts in a document's styles and text, each once, in the order in which they stand.
  static func names(in package: OfficePackage) throws(OfficeError) -> [String] {
    let (parts, attributes): ([String], [String]) =
      switch package.format {
      case .docx: (["word/styles.xml", "word/document.xml"], ["w:ascii", "w:eastAsia"])
      case .odt: (["styles.xml", "content.xml"], ["style:font-name", "style:font-name-asian"])
      }
    var names: [String] = []
    for part in parts where package.contains(part) {
      let bytes = try package.bytes(of: part)
      for attribute in attributes {
        for value in values(of: Array(" \(attribute)=\"".utf8), in: bytes) where !names.contains(value) {
          names.append(value)
        }
      }
    }
    return names
  }

  private static func values(of attribute: [UInt8], in bytes: [UInt8]) -> [String] {
    var values: [String] = []
    var index = 0
    while let blank = bytes[index...].firstIndex(of: 0x20) {
      index = blank + 1
      guard bytes[blank...].starts(with: attribute) else { continue }
      let value = bytes[(blank + attribute.count)...].prefix { $0 != UInt8(ascii: "\"") }
      values.append(String(decoding: value, as: UTF8.self))
      index = value.endIndex
    }
    return values
  }
}
