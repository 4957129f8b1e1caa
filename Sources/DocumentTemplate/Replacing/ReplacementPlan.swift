import Diagnostics
import OfficeDocument

/// What replacements do to the entries of a package.
struct ReplacementPlan {
  private(set) var changed: [String: CompressedPart] = [:]
  /// Entries that get another name, because the new file is of another kind, with their content types.
  private(set) var renamed: [(old: String, new: String, mediaType: String)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let package: OfficePackage
  private let file: String?

  init(_ package: OfficePackage, file: String?) {
    self.package = package
    self.file = file
  }

  mutating func carryOut(
    _ replacements: [FileReplacement], _ files: ReplaceableFiles,
    _ newName: (_ like: String, _ ending: String) -> String
  ) throws(OfficeError) {
    guard !replacements.isEmpty else { return }
    let index = try files.index()
    for replacement in replacements {
      let entries = try entries(of: replacement, index)
      if entries.isEmpty {
        report(.nothingToReplace(replacement.name, names: Self.names(index)))
      }
      for entry in entries { try replace(entry, with: replacement, index, newName) }
    }
  }

  /// What can be replaced, for people to read.
  private static func names(_ index: ReplaceableFiles.Index) -> [String] {
    index.pictures.keys.sorted()
      + index.entries.map { String($0.split(separator: "/").last ?? Substring($0)) }.sorted()
  }

  private func entries(
    of replacement: FileReplacement, _ index: ReplaceableFiles.Index
  ) throws(OfficeError) -> [String] {
    switch replacement.target {
    case .like(let old): return try alike(old, index)
    case .named(let name, let old):
      if index.entries.contains(name) { return [name] }
      let byFile = index.entries.filter { $0.hasSuffix("/" + name) }
      if !byFile.isEmpty { return byFile }
      if let pictures = index.pictures[name] { return pictures.sorted() }
      guard let old else { return [] }
      return try alike(old, index)
    }
  }

  private func alike(_ old: [UInt8], _ index: ReplaceableFiles.Index) throws(OfficeError) -> [String] {
    var found: [String] = []
    for entry in index.entries
    where package.size(of: entry) == old.count {
      if try package.bytes(of: entry) == old { found.append(entry) }
    }
    return found
  }

  private mutating func replace(
    _ entry: String, with replacement: FileReplacement, _ index: ReplaceableFiles.Index,
    _ newName: (_ like: String, _ ending: String) -> String
  ) throws(OfficeError) {
    let old = Self.ending(of: entry)
    guard let known = PictureFormat.ofFile(ending: old) else {
      // What an embedded file is stands in the document around it too.
      guard Self.kind(of: try package.bytes(of: entry)) == Self.kind(of: replacement.bytes) else {
        return report(.otherKind(replacement.name, ending: old))
      }
      changed[entry] = try OfficePackage.compress(replacement.bytes, as: entry)
      return
    }
    let picture: PictureData
    do throws(OfficeError) {
      picture = try PictureData(replacement.bytes)
    } catch {
      return report(.unusableReplacement(replacement.name, error.message))
    }
    guard !index.beside.contains(entry) || picture.format == known else {
      return report(.besideDrawing(replacement.name, ending: old))
    }
    if picture.format == known {
      changed[entry] = picture.part
    } else {
      let name = newName(entry, picture.format.fileEnding)
      renamed.append((entry, name, picture.format.mediaType))
      changed[entry] = picture.part
    }
  }

  private static func ending(of entry: String) -> String {
    entry.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// Archives, old office files and others are told apart by their first bytes.
  private static func kind(of bytes: [UInt8]) -> [UInt8] {
    let known: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    return known.first { bytes.starts(with: $0) } ?? []
  }

  private mutating func report(_ message: Message) {
    diagnostics.append(Diagnostic(.error, message, at: Place(file: file)))
  }
}

extension PictureFormat {
  /// The kind of picture that files with this ending are.
  static func ofFile(ending: String) -> PictureFormat? {
    switch ending {
    case "jpg", "jpe": .jpeg
    case "tif": .tiff
    default: PictureFormat(rawValue: ending)
    }
  }
}

extension Message {
  static func nothingToReplace(_ name: String, names: [String]) -> Message {
    let list = names.prefix(30)
    return Message(
      "nothing-to-replace", chinese: "模板中没有可替换的“\(name)”",
      english: "the template has nothing called “\(name)” to replace",
      hint: names.isEmpty
        ? Hint(chinese: "模板中没有图片或嵌入文件", english: "there are no pictures or embedded files in it")
        : Hint(
          chinese: "可替换：\(list.joined(separator: "、"))",
          english: "there is: \(list.joined(separator: ", "))"))
  }

  static func otherKind(_ name: String, ending: String) -> Message {
    Message(
      "other-kind", chinese: "嵌入文件“\(name)”只能用同类文件（.\(ending)）替换",
      english: "the embedded file “\(name)” can only be replaced by one of its kind (.\(ending))")
  }

  static func besideDrawing(_ name: String, ending: String) -> Message {
    Message(
      "beside-drawing", chinese: "图片“\(name)”另有 SVG 图形，只能用 .\(ending) 替换",
      english: "the picture “\(name)” stands beside a drawing (.svg), so only a .\(ending) can replace it")
  }

  static func unusableReplacement(_ name: String, _ message: Message) -> Message {
    Message(
      message.code, chinese: "不能替换“\(name)”：\(message.chinese)",
      english: "“\(name)” can't be replaced: \(message.english)", hint: message.hint)
  }
}
