import Diagnostics

/// A template of plain text, with Jinja2's rules for blanks: `{%-` and `-%}` take away those around a tag, and
/// a line break at the very end is dropped.
///
/// Compiled once; may be rendered any number of times and from many tasks at once. The `origin` of a fault is
/// the offset of its tag in the text, in UTF-8.
public struct TextTemplate: Sendable {
  /// The compiled tags.
  public let program: Program
  let literals: [[UInt8]]
  /// What it is called by those that include it.
  let name: String
  private let lines: TextLines

  /// Compiles `text`, or throws everything wrong with it.
  public init(_ text: String, environment: Environment = Environment()) throws(FaultList) {
    try self.init(text, including: environment.fresh(), name: "")
  }

  /// Compiles a template that others include; those it includes are taken from `environment` as it is.
  init(_ text: String, including environment: Environment, name: String) throws(FaultList) {
    self.name = name
    lines = TextLines(text)
    var compilation = TextCompilation(text: Self.normalized(text), environment: environment)
    program = try compilation.run()
    literals = compilation.literals
  }

  /// What the template makes of `data`; throws everything that went wrong.
  public func render(_ data: Mapping, options: RunOptions = RunOptions()) throws(FaultList) -> String {
    let (text, faults) = attempt(data, options: options)
    if faults.isEmpty { return text }
    throw FaultList(faults: faults)
  }

  /// What the template makes of `data` as far as it goes, and everything that went wrong.
  public func attempt(_ data: Mapping, options: RunOptions = RunOptions()) -> (text: String, faults: [Fault])
  {
    var output = TextOutput(literals: literals)
    let faults = program.run(data, into: &output, options: options)
    return (String(decoding: output.bytes, as: UTF8.self), faults)
  }

  /// Says of a fault which template it is in, and in which line.
  func message(for fault: Fault) -> Message { .inTemplate(name, lines.line(at: fault.origin), fault.message) }

  /// Line breaks as `\n`, and none at the end.
  private static func normalized(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if bytes.contains(0x0D) {
      var kept: [UInt8] = []
      kept.reserveCapacity(bytes.count)
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0D {
          kept.append(0x0A)
        } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
          kept.append(byte)
        }
      }
      bytes = kept
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}
