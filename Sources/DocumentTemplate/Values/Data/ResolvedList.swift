import Diagnostics
public import TemplateLanguage

/// A streamed list with the values made that plain data stands for.
public struct ResolvedList: StreamedList {
  private let list: any StreamedList
  private let name: String
  private let loadFile: @Sendable (String) throws -> [UInt8]

  /// The elements of `list`, each as ``DocumentValues`` makes it.
  ///
  /// - Parameters:
  ///   - name: what diagnostics call the data.
  ///   - loadFile: returns the bytes of the file with this name; what it may read is its own decision.
  public init(
    _ list: any StreamedList, name: String, loadFile: @escaping @Sendable (_ name: String) throws -> [UInt8]
  ) {
    self.list = list
    self.name = name
    self.loadFile = loadFile
  }

  /// Begins to read.
  public func makeReader() throws(ValueError) -> any ElementReader {
    Reader(try list.makeReader(), name: name, loadFile: loadFile)
  }

  private final class Reader: ElementReader {
    private let elements: any ElementReader
    private let name: String
    private let loadFile: @Sendable (String) throws -> [UInt8]

    init(
      _ elements: any ElementReader, name: String, loadFile: @escaping @Sendable (String) throws -> [UInt8]
    ) {
      self.elements = elements
      self.name = name
      self.loadFile = loadFile
    }

    func next() throws(ValueError) -> Value? {
      guard let value = try elements.next() else { return nil }
      var resolver = ValueResolver(file: name, loadFile: loadFile)
      let made = resolver.value(value)
      if let diagnostic = resolver.diagnostics.first { throw ValueError(diagnostic.asMessage) }
      return made ?? value
    }
  }
}
