import Diagnostics
internal import Yams

/// Reads one YAML document into a tree; libyaml, through Yams, parses it.
///
/// What is left out of YAML, each with an error of its own: several documents in a file, keys that are lists or
/// mappings, and tags other than those of the core schema. `<<` merges, as in YAML 1.1.
struct YAMLReader {
  /// The deepest nesting read; libyaml itself stops at 1,000 levels.
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private let start: Int
  private var keys = DisguisedKeys()

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// The tree, unless the text is not YAML, and the faults.
  mutating func read() -> (DataNode?, [DataFault]) {
    var text: YAMLText
    do throws(DataFault) {
      text = try YAMLText(bytes, from: start)
    } catch {
      return (nil, [error])
    }
    // Yams stops at the first mapping with a key that is there twice. To hear of the others, the key is
    // given another name, and when all are different, the builder finds those that were the same.
    while true {
      do {
        let parser = try Parser(
          yaml: String(decoding: text.bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
        let root = try parser.singleRoot()
        var builder = YAMLTreeBuilder(text: text, lines: YAMLLines(bytes, from: start), keys: keys)
        // The anchors of nodes live only as long as their parser.
        return withExtendedLifetime(parser) { builder.build(root) }
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let position = Position(context.mark)
        let name = names.first ?? ""
        if !keys.disguise(name, at: position, in: &text) {
          keys.names[position] = name
          return (nil, repeatedKeys(in: text))
        }
      } catch let error as YamlError {
        let syntax = YAMLSyntax(lines: YAMLLines(bytes, from: start))
        return (nil, repeatedKeys(in: text) + [syntax.fault(for: error)])
      } catch {
        return (nil, [DataFault(.yamlSyntax, at: start)])
      }
    }
  }

  /// The keys found twice, when there is no tree that would say where their first ones stand.
  private func repeatedKeys(in text: YAMLText) -> [DataFault] {
    let lines = YAMLLines(bytes, from: start)
    return keys.names.map {
      DataFault(.repeatedKey(text.original($0.value)), at: lines.offset(of: $0.key))
    }
  }
}

/// Keys that were given another name, for they are in their mapping twice.
struct DisguisedKeys {
  /// The most bytes read again for the sake of finding all.
  private static let maximumWork = 64_000_000

  /// The names in the file, by the keys' positions.
  var names: [Position: String] = [:]

  /// Changes the first character of a key into one that no other key has.
  ///
  /// - Returns: false if the key cannot be changed so, or enough were.
  mutating func disguise(_ name: String, at position: Position, in text: inout YAMLText) -> Bool {
    guard !name.isEmpty, names[position] == nil, names.count + 1 < maximumFaults,
      (names.count + 1) * text.bytes.count < Self.maximumWork,
      // A private use character, one for each key.
      let other = Unicode.Scalar(0x100000 + UInt32(names.count)), let letters = UTF8.encode(other)
    else { return false }
    let lines = YAMLLines(text.bytes, from: 0)
    var offset = lines.offset(of: position)
    let isQuoted = lines.byte(at: offset) == UInt8(ascii: "\"") || lines.byte(at: offset) == UInt8(ascii: "'")
    if isQuoted { offset += 1 }
    switch lines.byte(at: offset) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), 0x0A, 0x0D: return false
    case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: ">"):
      guard isQuoted else { return false }
    default: break
    }
    var end = offset + 1
    while lines.byte(at: end) & 0xC0 == 0x80 { end += 1 }
    text.bytes.replaceSubrange(offset..<min(end, text.bytes.count), with: letters)
    names[position] = name
    return true
  }
}

extension Position {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}
