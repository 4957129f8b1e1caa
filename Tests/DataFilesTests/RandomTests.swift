import DataFiles
import TestSupport
import Testing

@Suite("Random data files")
struct RandomTests {
  static let pieces = [
    "a", "规章", " ", "0", "-8", "75.9260", "0908", "true", "null", "~", "\"", "'", "\\", "\n", "：", ": ", "#",
    "{{ x }}",
    "- ", "😀", "\u{85}", "2022-01-07", "&x", "*x", "|", ">", "%", "@",
  ]

  /// A random tree; keys of a mapping are all different.
  static func tree(_ random: inout SeededGenerator, depth: Int) -> DataNode {
    let content: DataNode.Content
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: content = .scalar(.null)
    case 1: content = .scalar(.bool(Bool.random(using: &random)))
    case 2:
      content = .scalar(
        .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random)))
    case 3:
      content = .scalar(
        .number("\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 1000...9999, using: &random))0"))
    case 4, 5: content = .scalar(.string(text(&random)))
    case 6, 7:
      content = .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in tree(&random, depth: depth - 1) })
    default:
      content = .mapping(
        (0..<Int.random(in: 0...14, using: &random)).map { index in
          DataNode.Entry(
            key: text(&random) + "\(index)", keyPosition: .start, value: tree(&random, depth: depth - 1))
        })
    }
    return DataNode(content, at: .start)
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      .joined()
  }

  /// The tree as JSON, which is YAML too, with random blanks.
  static func json(_ node: DataNode, _ random: inout SeededGenerator) -> String {
    let blank = ["", " ", "\n", "\n  "].randomElement(using: &random) ?? ""
    switch node.content {
    case .scalar(.null): return "null" + blank
    case .scalar(.bool(let flag)): return "\(flag)" + blank
    case .scalar(.integer(let number)): return "\(number)" + blank
    case .scalar(.number(let text)): return text + blank
    case .scalar(.string(let text)): return quoted(text, &random) + blank
    case .scalar(.date(let date)): return "\"\(date)\"" + blank
    case .list(let items):
      return "[" + blank + items.map { json($0, &random) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      return "{" + blank
        + entries.map { quoted($0.key, &random) + ": " + json($0.value, &random) }.joined(separator: ",\n ")
        + "}"
    }
  }

  private static func quoted(_ text: String, _ random: inout SeededGenerator) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      default:
        if scalar.value == 0x85 || scalar.value < 0x10000 && Int.random(in: 0..<8, using: &random) == 0 {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  @Test("a tree written as JSON is read back the same, as JSON and as YAML", arguments: 0..<40)
  func roundTrip(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<5 {
      let tree = Self.tree(&random, depth: 4)
      let text = Self.json(tree, &random)
      #expect(read(text, .json) == outline(tree))
      #expect(read(text, .yaml) == outline(tree))
      #expect(try DataFile.readValue(Array(text.utf8), name: "x.json").isWritten(as: tree.value))
    }
  }

  static let seeds = [
    "form: annual-report\nedition: \"2021\"\nopening:\n  - 一\n  - \"二\"\ntables: {a: [1, 2, -3.50], b: &x {c: ~}}\nd: *x\n",
    "a: |\n  一\n  二\n\nb: >-\n  x\n   y\n? k\n: v\n--- \n",
    "[1, 2.50, {\"a\": \"\\u89c4\\n\", \"b\": null}, true, \"一\"]",
    "{\"a\": {\"b\": [[], {}, -1e3]}, \"c\": \"\\ud83d\\ude00\"}",
    "- - a\n  - b: c\n    d:\n    - e\n- !!str 1\n",
  ]

  @Test(
    "files damaged at random are read or refused with at least one error, never more than a hundred",
    arguments: 0..<60)
  func mutations(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &* 7919)
    for _ in 0..<40 {
      var bytes = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
      for format in DataFormat.allCases {
        do throws(DataErrors) {
          // Whatever was read can be turned into a value without end.
          let value = try DataFile.read(bytes, name: "x", format: format).value
          #expect(try DataFile.readValue(bytes, name: "x", format: format).isWritten(as: value))
        } catch {
          #expect(throws: error) { try DataFile.readValue(bytes, name: "x", format: format) }
          #expect((1...101).contains(error.diagnostics.count))
        }
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let spot = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: spot)
    case 1: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: spot)
    case 2 where spot < bytes.count: bytes.remove(at: spot)
    case 3 where spot < bytes.count: bytes[spot] = UInt8.random(in: 0...255, using: &random)
    default: bytes.removeSubrange(min(spot, bytes.count)..<min(spot + 5, bytes.count))
    }
  }
}
