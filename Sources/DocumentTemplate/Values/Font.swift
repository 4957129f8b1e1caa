/// Fonts by script (ISO/IEC 29500-1, 17.3.2.26). A script without a font keeps the one around it.
public struct Font: Sendable, Hashable {
  /// Latin letters, digits.
  public var ascii: String?
  /// Other letters of the West.
  public var highANSI: String?
  /// Chinese, Japanese, Korean.
  public var eastAsia: String?
  /// Arabic, Hebrew, Thai and the like.
  public var complex: String?

  /// Makes fonts by script.
  public init(
    ascii: String? = nil, highANSI: String? = nil, eastAsia: String? = nil, complex: String? = nil
  ) {
    self.ascii = ascii
    self.highANSI = highANSI
    self.eastAsia = eastAsia
    self.complex = complex
  }

  /// One font, as docxtpl takes it: `Arial` for all but East Asian characters, `eastAsia:仿宋` for those too.
  public init(_ name: String) {
    var name = name
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), name[..<colon] == "eastAsia" {
      name = String(name[name.utf8.index(after: colon)...])
      eastAsia = name
    }
    ascii = name
    highANSI = name
    complex = name
  }
}
