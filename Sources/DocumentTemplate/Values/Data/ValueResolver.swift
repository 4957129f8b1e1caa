import Diagnostics
import OfficeDocument
import TemplateLanguage

/// Walks through data and makes values of the mappings that stand for them.
struct ValueResolver {
  private let file: String?
  let loadFile: (String) throws -> [UInt8]
  private(set) var diagnostics: [Diagnostic] = []
  /// The way to what is being read.
  var path: [Step] = []
  private var pictures: [String: PictureData] = [:]
  var documents: [String: SubDocument] = [:]

  enum Step {
    case key(String)
    case index(Int)
  }

  init(file: String?, loadFile: @escaping (String) throws -> [UInt8]) {
    self.file = file
    self.loadFile = loadFile
  }

  /// The mapping with its values made; nil if there is nothing to make, so that large data are not copied.
  mutating func entries(of mapping: Mapping) -> Mapping? {
    guard mapping.isNested else { return nil }
    var changed: Mapping?
    for (key, value) in mapping where value.hasParts {
      path.append(.key(key.printed))
      if let made = resolve(value) { changed = changed.setting(key, made, else: mapping) }
      path.removeLast()
    }
    return changed
  }

  /// What a value stands for; nil for itself.
  mutating func value(_ value: Value) -> Value? { resolve(value) }

  private mutating func resolve(_ value: Value) -> Value? {
    switch value {
    case .list(let elements):
      var changed: [Value]?
      for (index, element) in elements.enumerated() where element.hasParts {
        path.append(.index(index))
        if let made = resolve(element) {
          if changed == nil { changed = elements }
          changed?[index] = made
        }
        path.removeLast()
      }
      return changed.map { .list($0) }
    case .mapping(let mapping):
      // Of a large table's rows hardly one stands for a value.
      guard mapping.hasName(beginningWith: UInt8(ascii: "$")) else {
        return entries(of: mapping).map { .mapping($0) }
      }
      for (key, _) in mapping {
        guard case .string(let name) = key, name.utf8.first == UInt8(ascii: "$") else { continue }
        if let kind = ValueKind(rawValue: name) { return make(kind, mapping) }
        if let near = Suggestion.nearest(to: name, in: ValueKind.allCases.map(\.rawValue)) {
          report(.unknownKey(name, near: near))
          return nil
        }
      }
      return entries(of: mapping).map { .mapping($0) }
    default: return nil
    }
  }

  mutating func make(_ kind: ValueKind, _ mapping: Mapping) -> Value? {
    for key in mapping.keys where key != .string(kind.rawValue) {
      if !kind.keys.contains(key.printed) { unknown(key.printed, among: kind.keys) }
    }
    switch kind {
    case .richText:
      if case .list(let items)? = mapping[kind.rawValue] {
        return .object(richText(items, at: kind.rawValue))
      }
      // One stretch may be said without a list: {"$richtext": "text", "bold": true}.
      return run(at: kind.rawValue, mapping).map { .object(RichText([$0])) }
    case .richTextParagraphs, .paragraphs: return paragraphs(kind, mapping)
    case .picture: return picture(mapping)
    case .link:
      guard let address = text(mapping, kind.rawValue, required: true) else { return nil }
      return .object(Hyperlink(address, text: text(mapping, "text")))
    case .listing:
      guard let text = text(mapping, kind.rawValue, required: true) else { return nil }
      return .object(Listing(Self.unescaped(text)))
    case .document: return document(mapping).map { .object($0) }
    case .pageBreak: return flag(mapping, kind.rawValue) == true ? .object(PageBreak()) : Value.none
    case .lineBreak: return flag(mapping, kind.rawValue) == true ? .object(LineBreak()) : Value.none
    }
  }

  // MARK: Rich text

  mutating func richText(_ items: [Value], at key: String) -> RichText {
    within(key) { resolver in
      var runs: [RichText.Run] = []
      for (index, item) in items.enumerated() {
        resolver.path.append(.index(index))
        if let run = resolver.run(item) { runs.append(run) }
        resolver.path.removeLast()
      }
      return RichText(runs)
    }
  }

  /// A stretch: a text, or a mapping that says more.
  mutating func run(_ item: Value) -> RichText.Run? {
    guard case .mapping(let mapping) = item else { return characters(item).map { RichText.Run($0) } }
    for key in mapping.keys where !RunKeys.all.contains(key.printed) {
      unknown(key.printed, among: RunKeys.all)
    }
    return run(at: "text", mapping)
  }

  mutating func run(at key: String, _ mapping: Mapping) -> RichText.Run? {
    let characters = within(key) { $0.characters(mapping[key] ?? .none) }
    let format = format(mapping)
    let link =
      text(mapping, "link").map { Link.address($0) } ?? text(mapping, "url_id").map { .relationship($0) }
    return characters.map { RichText.Run($0, format, link: link) }
  }

  mutating func characters(_ value: Value) -> String? {
    switch value {
    case .string(let text): return text
    case .int, .bigInt, .decimal, .date: return value.printed
    default:
      report(.wrongValue("text", wanted: ("文字", "a text")))
      return nil
    }
  }

  private mutating func format(_ mapping: Mapping) -> TextFormat {
    var format = TextFormat()
    format.style = text(mapping, "style")
    format.color = color(mapping, "color")
    format.highlight = color(mapping, "highlight")
    format.halfPoints = integer(mapping, "size", in: 2...3_276)
    format.bold = flag(mapping, "bold")
    format.italic = flag(mapping, "italic")
    format.strike = flag(mapping, "strike")
    format.rightToLeft = flag(mapping, "rtl")
    format.language = text(mapping, "lang")
    if flag(mapping, "superscript") == true { format.position = .superscript }
    if flag(mapping, "subscript") == true { format.position = .subscript }
    format.underline = underline(mapping)
    format.font = font(mapping)
    return format
  }

  private mutating func underline(_ mapping: Mapping) -> Underline? {
    switch mapping["underline"] {
    case nil, .some(.none): return nil
    case .bool(let isOn): return isOn ? .single : Underline.none
    case .string(let name):
      if let kind = Underline(rawValue: name) { return kind }
      let near = Suggestion.nearest(to: name, in: Underline.allCases.map(\.rawValue))
      within("underline") { $0.report(.unknownWord(name, near: near)) }
    default:
      within("underline") {
        $0.report(.wrongValue("underline", wanted: ("true 或线型", "true or a kind of line")))
      }
    }
    return nil
  }

  private mutating func font(_ mapping: Mapping) -> Font? {
    guard case .mapping(let names)? = mapping["font"] else { return text(mapping, "font").map { Font($0) } }
    return within("font") { resolver in
      for key in names.keys where !RunKeys.fonts.contains(key.printed) {
        resolver.unknown(key.printed, among: RunKeys.fonts)
      }
      return Font(
        ascii: resolver.text(names, "ascii"),
        highANSI: resolver.text(names, "hAnsi") ?? resolver.text(names, "ascii"),
        eastAsia: resolver.text(names, "eastAsia"), complex: resolver.text(names, "cs"))
    }
  }

  private mutating func color(_ mapping: Mapping, _ key: String) -> Color? {
    guard let text = text(mapping, key) else { return nil }
    if let color = Color(text) { return color }
    within(key) { $0.report(.wrongValue(key, wanted: ("颜色，例如 #C00000", "a colour such as #C00000"))) }
    return nil
  }

  private mutating func paragraphs(_ kind: ValueKind, _ mapping: Mapping) -> Value? {
    guard case .list(let items)? = mapping[kind.rawValue] else {
      within(kind.rawValue) { $0.report(.wrongValue(kind.rawValue, wanted: ("列表", "a list"))) }
      return nil
    }
    let style = text(mapping, "style")
    return within(kind.rawValue) { resolver in
      var paragraphs: [RichTextParagraph] = []
      for (index, item) in items.enumerated() {
        resolver.path.append(.index(index))
        if var one = resolver.paragraph(item, style) {
          one.keepsFormatting = kind == .paragraphs
          paragraphs.append(one)
        }
        resolver.path.removeLast()
      }
      return .object(Paragraphs(paragraphs))
    }
  }

  /// A paragraph: a text, a stretch with a paragraph style, or a list of stretches with one.
  mutating func paragraph(_ item: Value, _ style: String?) -> RichTextParagraph? {
    guard case .mapping(var mapping) = item else {
      return characters(item).map { RichTextParagraph($0, style: style) }
    }
    let style = text(mapping, "style") ?? style
    for key in ["runs", ValueKind.richText.rawValue] {
      guard let runs = mapping[key] else { continue }
      for other in mapping.keys where ![key, "style"].contains(other.printed) {
        unknown(other.printed, among: [key, "style"])
      }
      guard case .list(let list) = runs else {
        within(key) { $0.report(.wrongValue(key, wanted: ("列表", "a list"))) }
        return nil
      }
      return RichTextParagraph(richText(list, at: key), style: style)
    }
    mapping["style"] = nil
    return run(.mapping(mapping)).map { RichTextParagraph(RichText([$0]), style: style) }
  }

  // MARK: Pictures

  mutating func picture(_ mapping: Mapping) -> Value? {
    guard let name = text(mapping, ValueKind.picture.rawValue, required: true) else { return nil }
    let data = within(ValueKind.picture.rawValue) { $0.load(name) }
    let width = length(mapping, "width")
    let height = length(mapping, "height")
    let size: Picture.Size
    switch (flag(mapping, "fit") == true, width, height) {
    case (true, _, _): size = .fitted(width: width, height: height)
    case (false, let width?, let height?): size = .exact(width: width, height: height)
    case (false, let width?, nil): size = .width(width)
    case (false, nil, let height?): size = .height(height)
    case (false, nil, nil): size = .natural
    }
    let fallback = text(mapping, "fallback").flatMap { name in within("fallback") { $0.load(name) } }
    guard let data else { return nil }
    return .object(
      Picture(
        data, size: size, alternativeText: text(mapping, "alt"), link: text(mapping, "anchor"),
        fallback: fallback))
  }

  /// Reads a picture once, however often the data name it.
  private mutating func load(_ name: String) -> PictureData? {
    if let known = pictures[name] { return known }
    guard let bytes = file(name) else { return nil }
    do throws(OfficeError) {
      let data = try PictureData(bytes)
      pictures[name] = data
      return data
    } catch {
      report(error.message)
      return nil
    }
  }

  /// The bytes of a file that the data name.
  mutating func file(_ name: String) -> [UInt8]? {
    do {
      return try loadFile(name)
    } catch let error as OfficeError {
      report(error.message)
    } catch let error as ValueError {
      report(error.message)
    } catch {
      report(.unreadableFile(name))
    }
    return nil
  }

  /// A length in millimetres or English Metric Units.
  private mutating func length(_ mapping: Mapping, _ side: String) -> Length? {
    if let emu = integer(mapping, side + "_emu", in: 1...PictureSize.greatestLength) {
      return Length(emu: emu)
    }
    guard let value = mapping[side + "_mm"], !value.isNone else { return nil }
    if let count = Double(value.printed), count > 0, count <= 10_000 { return .millimetres(count) }
    within(side + "_mm") {
      $0.report(.wrongValue(side + "_mm", wanted: ("大于零的数", "a number greater than zero")))
    }
    return nil
  }

  // MARK: Plain values

  mutating func text(_ mapping: Mapping, _ key: String, required: Bool = false) -> String? {
    switch mapping[key] {
    case .string(let text): return text
    case nil, .some(.none):
      if required { within(key) { $0.report(.wrongValue(key, wanted: ("文字", "a text"))) } }
    case .int(let number): return String(number)
    default: within(key) { $0.report(.wrongValue(key, wanted: ("文字", "a text"))) }
    }
    return nil
  }

  mutating func flag(_ mapping: Mapping, _ key: String) -> Bool? {
    switch mapping[key] {
    case .bool(let flag): return flag
    case nil, .some(.none): return nil
    default: within(key) { $0.report(.wrongValue(key, wanted: ("true 或 false", "true or false"))) }
    }
    return nil
  }

  mutating func integer(_ mapping: Mapping, _ key: String, in range: ClosedRange<Int>) -> Int? {
    switch mapping[key] {
    case .int(let number) where range.contains(number): return number
    case nil, .some(.none): return nil
    default:
      let wanted = "\(range.lowerBound)–\(range.upperBound)"
      within(key) { $0.report(.wrongValue(key, wanted: ("\(wanted) 的整数", "a whole number, \(wanted)"))) }
    }
    return nil
  }

  /// docxtpl keeps the text of a `Listing` with its `&`, `<` and `>` written as XML has them.
  private static func unescaped(_ text: String) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<place]
      rest = rest[place...]
      let entity = entities.first { rest.starts(with: $0.0.utf8) } ?? ("&", "&")
      result += Array(entity.1.utf8)
      rest = rest.dropFirst(entity.0.utf8.count)
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  // MARK: Faults

  @discardableResult
  mutating func within<Result>(_ key: String, _ body: (inout ValueResolver) -> Result) -> Result {
    path.append(.key(key))
    defer { path.removeLast() }
    return body(&self)
  }

  mutating func unknown(_ key: String, among known: [String]) {
    within(key) { $0.report(.unknownKey(key, near: Suggestion.nearest(to: key, in: known))) }
  }

  mutating func report(_ message: Message) {
    diagnostics.append(Diagnostic(.error, message, at: Place(file: file, .named(pathText))))
  }

  private var pathText: String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

extension Optional<Mapping> {
  /// This mapping, or a copy of `original` if there is none yet, with a value for a key.
  fileprivate func setting(_ key: Value, _ value: Value, else original: Mapping) -> Mapping {
    var mapping = self ?? original
    mapping[key] = value
    return mapping
  }
}

extension Value {
  /// Whether there may be values in it that are to be made.
  fileprivate var hasParts: Bool {
    switch self {
    case .list, .mapping: true
    default: false
    }
  }
}
