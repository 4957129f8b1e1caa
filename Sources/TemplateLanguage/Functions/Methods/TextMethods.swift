extension Methods {
  static let caseMethods: [NativeFunction] = [
    plain("upper") { .string($0.uppercased()) },
    plain("lower") { .string($0.lowercased()) },
    plain("title") { .string($0.titledPython) },
    plain("capitalize") { .string($0.capitalizedPython) },
    plain("casefold") { .string($0.lowercased().uppercased().lowercased()) },
    plain("swapcase") { text in
      .string(
        text.unicodeScalars.reduce(into: "") { result, scalar in
          let properties = scalar.properties
          if properties.isUppercase {
            result += properties.lowercaseMapping
          } else {
            result += properties.isLowercase ? properties.uppercaseMapping : String(Character(scalar))
          }
        })
    },
  ]

  static let characterMethods: [NativeFunction] = [
    plain("isupper") { .bool($0.isUpperPython) },
    plain("islower") { .bool($0.isLowerPython) },
    plain("istitle") { .bool(isTitle($0)) },
    plain("isascii") { .bool($0.utf8.allSatisfy { $0 < 0x80 }) },
    plain("isprintable") { .bool($0.unicodeScalars.allSatisfy(\.isPrintable)) },
    all("isdigit", \.isPythonDigit), all("isdecimal", { $0.properties.numericType == .decimal }),
    all("isnumeric", \.isPythonNumeric), all("isalpha", \.isPythonLetter),
    all("isalnum", \.isPythonAlphanumeric),
    all("isspace", \.isPythonSpace),
  ]

  /// A method without arguments.
  static func plain(_ name: String, _ body: @escaping @Sendable (String) -> Value) -> NativeFunction {
    NativeFunction(name) { (call) throws(ValueError) in body(try call.text()) }
  }

  /// Whether there are characters, and all are so.
  private static func all(_ name: String, _ isSo: @escaping @Sendable (Unicode.Scalar) -> Bool)
    -> NativeFunction
  {
    plain(name) { .bool(!$0.isEmpty && $0.unicodeScalars.allSatisfy(isSo)) }
  }

  /// Whether capital letters begin words and small ones go on, and there is a letter at all.
  private static func isTitle(_ text: String) -> Bool {
    var found = false
    var followsLetter = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase || scalar.isTitlecase {
        if followsLetter { return false }
        found = true
        followsLetter = true
      } else if scalar.properties.isLowercase {
        if !followsLetter { return false }
      } else {
        followsLetter = false
      }
    }
    return found
  }
}
