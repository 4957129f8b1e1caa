/// How wide text is, in characters of its size, when Chinese characters and their punctuation are a character
/// wide and digits, as in Times New Roman and every Song and Fangsong face, half of one.
enum TextWidth {
  /// What editors put between a Chinese character and a letter or digit.
  private static let betweenScripts = 0.2

  static func of(_ text: some StringProtocol) -> Double {
    var width = 0.0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      width += of(scalar, after: last)
      last = scalar
    }
    return width
  }

  /// The width that `scalar` adds behind `last`.
  static func of(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Double {
    guard let last else { return of(scalar) }
    let isSeam = (isIdeograph(last) && isWord(scalar)) || (isWord(last) && isIdeograph(scalar))
    return of(scalar) + (isSeam ? betweenScripts : 0)
  }

  /// Whether it is a letter or digit of ASCII.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "0"..."9": 0.5
    case " ", ".", ",", "/", ":", ";", "'", "|", "!", "i", "j", "l", "t": 0.28
    case "f", "r", "s", "(", ")", "[", "]", "-", "I", "J": 0.38
    case "A"..."Z": 0.7
    case "m", "w", "@", "%": 0.78
    case "\u{20}"..."\u{7E}": 0.5
    default: 1
    }
  }
}
