/// Output that is text.
struct TextOutput: TemplateOutput {
  private let literals: [[UInt8]]
  private(set) var bytes: [UInt8] = []
  /// Where each capture begins.
  private var captures: [Int] = []

  init(literals: [[UInt8]]) { self.literals = literals }

  var byteCount: Int { bytes.count }

  mutating func literal(_ index: Int) { bytes.append(contentsOf: literals[index]) }

  mutating func mark(_ index: Int) {}

  mutating func value(_ value: Value, site: Int) throws(ValueError) {
    if case .object(let object) = value, object.text == nil { throw ValueError(.notText(value)) }
    value.appendPrinted(to: &bytes)
  }

  mutating func beginCapture() { captures.append(bytes.count) }

  mutating func endCapture() -> Value {
    let start = captures.popLast() ?? 0
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeLast(bytes.count - start)
    return .string(text)
  }
}
