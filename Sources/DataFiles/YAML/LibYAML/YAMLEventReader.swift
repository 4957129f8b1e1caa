import CLibYAML
import Glibc

/// Reads a YAML text event by event.
///
/// Every libyaml pointer lives here.
@safe
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The text, which libyaml reads as it goes.
  private let text: UnsafeMutablePointer<UInt8>

  /// - Parameter bytes: the text in UTF-8.
  init(_ bytes: [UInt8]) {
    unsafe text = .allocate(capacity: bytes.count + 1)
    unsafe UnsafeMutableBufferPointer(start: text, count: bytes.count + 1).update(repeating: 0)
    unsafe UnsafeMutableRawBufferPointer(start: text, count: bytes.count).copyBytes(from: bytes)
    unsafe parser = .allocate(capacity: 1)
    // It fails only when memory runs out, where Swift itself gives up.
    let isReady = unsafe yaml_parser_initialize(parser) == 1
    precondition(isReady, "out of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event; after the last, the stream's end again and again.
  mutating func next() throws(YAMLError) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error() }
      defer { unsafe yaml_event_delete(&event) }
      if let next = unsafe Self.event(event) { return next }
    }
  }

  /// `nil` for what says nothing: the stream's start.
  private static func event(_ event: yaml_event_t) -> YAMLEvent? {
    let position = unsafe Position(event.start_mark)
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return nil
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, position: position)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, position: position)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(unsafe string(event.data.alias.anchor) ?? ""), position: position)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        kind: .scalar(
          unsafe String(decoding: bytes, as: UTF8.self),
          isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE),
        position: position, anchor: unsafe string(scalar.anchor), tag: unsafe string(scalar.tag) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, position: position, anchor: unsafe string(start.anchor),
        tag: unsafe string(start.tag) ?? "")
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, position: position, anchor: unsafe string(start.anchor),
        tag: unsafe string(start.tag) ?? "")
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .end, position: position)
    default: return YAMLEvent(kind: .streamEnd, position: position)
    }
  }

  private func error() -> YAMLError {
    let failed = unsafe parser.pointee
    let stage: YAMLError.Stage =
      switch unsafe failed.error {
      case YAML_SCANNER_ERROR: .scanner
      case YAML_PARSER_ERROR: .parser
      default: .other
      }
    return YAMLError(
      stage: stage, problem: unsafe failed.problem.map { unsafe String(cString: $0) } ?? "",
      position: unsafe Position(failed.problem_mark),
      context: unsafe failed.context.map { unsafe String(cString: $0) },
      contextPosition: unsafe Position(failed.context_mark))
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
