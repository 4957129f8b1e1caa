/// Why a document can't be parsed.
public struct XMLError: Error, Sendable, Hashable {
  /// Lower-case words joined by hyphens, such as `xml-not-well-formed`; never changes once published.
  public let code: String
  /// Counted from 1; nil when the fault has no line.
  public let line: Int?
  /// Counted from 1, in bytes.
  public let column: Int?
  /// One sentence without a final stop.
  public let chinese: String
  /// One sentence without a capital or a final stop.
  public let english: String
}

extension XMLError {
  init(_ code: String, _ chinese: String, _ english: String, line: Int? = nil, column: Int? = nil) {
    self.init(code: code, line: line, column: column, chinese: chinese, english: english)
  }

  static let documentType = XMLError(
    "xml-document-type", "含有文档类型声明（DTD），不接受", "a document type declaration is not accepted")

  static func encoding(_ name: String) -> XMLError {
    XMLError(
      "xml-encoding", "编码是 \(name)，只接受 UTF-8 和 UTF-16",
      "the encoding is \(name); only UTF-8 and UTF-16 are accepted")
  }

  static let badCharacters = XMLError(
    "xml-bad-encoding", "含有不合编码的字节", "there are bytes that the encoding does not allow")

  static let empty = XMLError("xml-empty", "内容为空", "the document is empty")

  static let outOfMemory = XMLError("xml-no-memory", "内存不足", "not enough memory")

  static func tooLarge(limit: Int) -> XMLError {
    XMLError("xml-too-large", "超过 \(limit) 字节", "the document has more than \(limit) bytes")
  }

  static func textTooLong(limit: Int, line: Int?) -> XMLError {
    XMLError(
      "xml-text-too-long", "一段文字超过 \(limit) 字节", "a text has more than \(limit) bytes", line: line)
  }

  static func tooDeep(limit: Int, line: Int?) -> XMLError {
    XMLError("xml-too-deep", "元素嵌套超过 \(limit) 层", "elements are nested deeper than \(limit)", line: line)
  }

  static func tooManyNodes(limit: Int, line: Int?) -> XMLError {
    XMLError("xml-too-many-nodes", "节点超过 \(limit) 个", "the document has more than \(limit) nodes", line: line)
  }

  static func tooManyAttributes(limit: Int, line: Int?) -> XMLError {
    XMLError(
      "xml-too-many-attributes", "一个元素的属性超过 \(limit) 个",
      "an element has more than \(limit) attributes", line: line)
  }

  static func tooManyNamespaces(limit: Int, line: Int?) -> XMLError {
    XMLError(
      "xml-too-many-namespaces", "同时有效的命名空间声明超过 \(limit) 个",
      "more than \(limit) namespace declarations are in force at once", line: line)
  }

  static func undeclaredPrefix(line: Int?, column: Int?) -> XMLError {
    XMLError(
      "xml-unbound-prefix", "使用了未声明的命名空间前缀", "a namespace prefix is not declared", line: line, column: column)
  }

  static func undeclaredEntity(line: Int?, column: Int?) -> XMLError {
    XMLError("xml-entity", "使用了未定义的实体", "an entity is not defined", line: line, column: column)
  }

  static func notWellFormed(line: Int?, column: Int?) -> XMLError {
    XMLError("xml-not-well-formed", "XML 格式有误", "the XML is not well-formed", line: line, column: column)
  }
}
