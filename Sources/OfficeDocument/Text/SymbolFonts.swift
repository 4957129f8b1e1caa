/// Characters of symbol fonts, which Word writes by number (ISO/IEC 29500-1, 17.3.3.30).
enum SymbolFonts {
  /// A character as text: check marks, boxes and bullets as Unicode has them, others as they are numbered.
  static func text(font: String?, code: String?) -> String {
    guard let code, let number = UInt32(code, radix: 16) else { return "" }
    let place = number & 0xF000 == 0xF000 ? number & 0xFF : number
    let table =
      font == "Wingdings" ? wingdings : font == "Wingdings 2" ? wingdings2 : font == "Symbol" ? symbol : [:]
    if let known = table[place] { return known }
    guard let scalar = Unicode.Scalar(number), number >= 0x20 else { return "" }
    return String(scalar)
  }

  private static let wingdings: [UInt32: String] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○",
    0xA7: "▪",
    0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let wingdings2: [UInt32: String] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□",
  ]

  private static let symbol: [UInt32: String] = [
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
  ]
}
