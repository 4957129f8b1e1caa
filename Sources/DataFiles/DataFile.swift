import Diagnostics
public import TemplateLanguage

/// How a data file is written.
public enum DataFormat: String, Sendable, Hashable, CaseIterable {
  case yaml
  case json

  /// The format that a file name's extension says; nil if it says none.
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch fileName[dot...].lowercased() {
    case ".yaml", ".yml": self = .yaml
    case ".json": self = .json
    default: return nil
    }
  }

  /// The format that the bytes look like: JSON if they begin with `[`, or with `{` and a quotation mark.
  public init(sniffing bytes: [UInt8]) {
    var significant: [UInt8] = []
    for byte in bytes.dropFirst(hasByteOrderMark(bytes) ? 3 : 0) where byte > 0x20 {
      significant.append(byte)
      if significant.count == 2 { break }
    }
    switch significant.first {
    case UInt8(ascii: "["): self = .json
    case UInt8(ascii: "{"):
      self = significant.last == UInt8(ascii: "\"") || significant.last == UInt8(ascii: "}") ? .json : .yaml
    default: self = .yaml
    }
  }
}

/// Reads data files.
public enum DataFile {
  /// Reads a YAML or JSON file that is already in memory.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8, with or without a byte order mark.
  ///   - name: the file's name as the user gave it, for messages.
  ///   - format: nil to go by the name's extension, or, without one, by the first characters.
  /// - Throws: everything found wrong, in the order of the file: syntax (of YAML up to the first error that leaves
  ///   nothing to go on with), every duplicate key, numbers and nesting beyond the limits (10,000 digits, 512 levels), YAML aliases that unfold
  ///   into too much.
  public static func read(_ bytes: [UInt8], name: String, format: DataFormat? = nil) throws(DataErrors)
    -> DataNode
  {
    if let fault = textFault(in: bytes) {
      var tracker = PositionTracker()
      throw DataErrors([diagnostic(for: fault, name: name, bytes: bytes, tracker: &tracker)])
    }
    let start = hasByteOrderMark(bytes) ? 3 : 0
    let node: DataNode?
    let faults: [DataFault]
    switch format ?? DataFormat(fileName: name) ?? DataFormat(sniffing: bytes) {
    case .json:
      var builder = JSONTreeBuilder(bytes, from: start)
      (node, faults) = builder.read()
    case .yaml:
      let reader = YAMLReader(bytes, from: start)
      (node, faults) = reader.read()
    }
    if let node, faults.isEmpty { return node }
    var tracker = PositionTracker(from: start)
    throw DataErrors(
      faults.sorted { $0.offset < $1.offset }
        .map { diagnostic(for: $0, name: name, bytes: bytes, tracker: &tracker) })
  }

  /// Reads a YAML or JSON file as a value of the template language, for which no place need be known; of a large
  /// JSON file that is a fraction of the work, and of the memory.
  ///
  /// - Throws: as ``read(_:name:format:)``.
  public static func readValue(
    _ bytes: [UInt8], name: String, format: DataFormat? = nil
  ) throws(DataErrors) -> Value {
    let format = format ?? DataFormat(fileName: name) ?? DataFormat(sniffing: bytes)
    if format == .json {
      var reader = JSONValueReader()
      if let value = try? reader.read(bytes, from: hasByteOrderMark(bytes) ? 3 : 0) { return value }
    }
    // What is wrong is said with its place, which a tree knows.
    return try read(bytes, name: name, format: format).value
  }

  private static func diagnostic(
    for fault: DataFault, name: String, bytes: [UInt8], tracker: inout PositionTracker
  ) -> Diagnostic {
    let position = tracker.position(of: fault.offset, in: bytes)
    return Diagnostic(
      .error, fault.message, at: Place(file: name, .line(position.line, column: position.column)))
  }
}
