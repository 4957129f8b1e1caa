extension BuiltIn {
  static let otherFilters: [NativeFunction] = [
    standard("default"), standard("d"),
    NativeFunction("tojson", Parameters("indent?")) { (call) throws(ValueError) in
      let indent = call.optional(0) == nil ? nil : try call.size(0)
      if let indent, indent > 100 { throw call.outOfRange(0) }
      return .string(try JSONText(indent: indent).text(of: call.value))
    },
  ]

  /// Jinja2's filters that are left out.
  static let refusedFilters: [NativeFunction] = [
    refused("random", "同样的数据要得到同样的文件", "the same data makes the same document"),
    refused("urlize", "它产生 HTML", "it makes HTML"),
    refused("xmlattr", "它产生 HTML", "it makes HTML"),
    refused("striptags", "数据是文本，不是 HTML", "data is text, not HTML"),
    refused("pprint", "它只为查错而设", "it is for debugging"),
  ]

  private static func refused(_ name: String, _ chinese: String, _ english: String) -> NativeFunction {
    NativeFunction(refused: name, .leftOutFilter(name, chinese: chinese, english: english))
  }

  /// Takes the place of what does not exist, and of what is false if the second argument is true.
  private static func standard(_ name: String) -> NativeFunction {
    NativeFunction(name, Parameters("default_value?", "boolean?"), acceptsUndefined: true) {
      (call) throws(ValueError) in
      let isMissing = call.value.isUndefined || call.flag(1) && !call.value.isTrue
      return isMissing ? call[0] ?? "" : call.value
    }
  }
}
