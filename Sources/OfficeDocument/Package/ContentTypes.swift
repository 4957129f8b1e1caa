import XMLTree

/// The content types of an OPC package's parts (ISO/IEC 29500-2, 7.2.3).
struct ContentTypes {
  static let entry = "[Content_Types].xml"
  static let wordPrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  static let macroPrefix = "application/vnd.ms-word."
  static let document = wordPrefix + "document.main+xml"
  static let template = wordPrefix + "template.main+xml"

  private let tree: XMLTree
  private static let override = Name(Namespace.contentTypes, "Override")
  private static let `default` = Name(Namespace.contentTypes, "Default")
  private static let partName = Name("", "PartName")
  private static let contentType = Name("", "ContentType")
  private static let `extension` = Name("", "Extension")

  init(parsing bytes: [UInt8]) throws(OfficeError) {
    tree = try OfficePackage.parse(bytes, of: Self.entry)
  }

  /// The content type of the entry called `name`; part names compare without regard to ASCII case.
  func type(of name: String) -> String? {
    let wanted = "/" + name.lowercased()
    for element in tree.root.elements(Self.override)
    where element.attribute(Self.partName)?.lowercased() == wanted {
      return element.attribute(Self.contentType)
    }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = name[name.utf8.index(after: dot)...].lowercased()
    for element in tree.root.elements(Self.default)
    where element.attribute(Self.extension)?.lowercased() == ending {
      return element.attribute(Self.contentType)
    }
    return nil
  }

  /// Gives one part a type of its own.
  mutating func set(_ type: String, for name: String) {
    let wanted = "/" + name.lowercased()
    for element in tree.root.elements(Self.override)
    where element.attribute(Self.partName)?.lowercased() == wanted {
      element.setAttribute(Self.contentType, type)
      return
    }
    override(name, type)
  }

  private func override(_ name: String, _ type: String) {
    let element = tree.makeElement(Self.override)
    element.setAttribute(Self.partName, "/" + name)
    element.setAttribute(Self.contentType, type)
    tree.root.append(element)
  }

  /// Makes `type` the type of a new part: by its ending where no part with that ending has another type, which
  /// is how Word lists pictures, else by name.
  mutating func add(_ type: String, for name: String) {
    guard self.type(of: name) != type else { return }
    let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.utf8.index(after: $0)...] }
    if let ending, self.type(of: name) == nil {
      let element = tree.makeElement(Self.default)
      element.setAttribute(Self.extension, String(ending))
      element.setAttribute(Self.contentType, type)
      if let last = tree.root.elements(Self.default).last {
        last.insertAfter(element)
      } else {
        tree.root.prepend(element)
      }
    } else {
      override(name, type)
    }
  }

  /// Removes the overrides of entries that are gone.
  mutating func remove(where isGone: (String) -> Bool) {
    for element in tree.root.elements(Self.override) {
      if let part = element.attribute(Self.partName), isGone(String(part.dropFirst())) { element.remove() }
    }
  }

  func serialize() -> [UInt8] { tree.serialize() }
}

extension ContentTypes {
  /// The types of entries by their names, found at once.
  func types(of names: [String]) -> [String: String] {
    func table(_ kind: Name, _ key: Name) -> [String: String] {
      let pairs = tree.root.elements(kind).compactMap { element in
        element.attribute(key).map { ($0.lowercased(), element.attribute(Self.contentType)) }
      }
      return Dictionary(pairs.compactMap { key, type in type.map { (key, $0) } }) { first, _ in first }
    }
    let (overrides, defaults) = (
      table(Self.override, Self.partName), table(Self.default, Self.extension)
    )
    var found: [String: String] = [:]
    for name in names {
      let ending =
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.utf8.index(after: $0)...] } ?? ""
      found[name] = overrides["/" + name.lowercased()] ?? defaults[ending.lowercased()]
    }
    return found
  }
}

extension OfficePackage {
  /// The content types of the parts with these names; a part whose type the package does not say is left out.
  public func contentTypes(of names: [String]) throws(OfficeError) -> [String: String] {
    try ContentTypes(parsing: try bytes(of: ContentTypes.entry)).types(of: names)
  }
}
