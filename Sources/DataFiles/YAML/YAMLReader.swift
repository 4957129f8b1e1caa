import Diagnostics

/// Reads one YAML document into a tree; libyaml parses it.
///
/// What is left out of YAML, each with an error of its own: several documents in a file, keys that are lists or
/// mappings, and tags other than those of the core schema. `<<` merges, as in YAML 1.1.
struct YAMLReader {
  /// The deepest nesting read; it bounds what libyaml, too, has to remember.
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private let start: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// The tree, unless the text is not YAML, and the faults.
  func read() -> (DataNode?, [DataFault]) {
    do throws(DataFault) {
      var builder = YAMLTreeBuilder(try YAMLText(bytes, from: start), YAMLLines(bytes, from: start))
      return builder.build()
    } catch {
      return (nil, [error])
    }
  }
}
