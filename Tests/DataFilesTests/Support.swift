import DataFiles
import Diagnostics
import TemplateLanguage

/// The tree as compact text: mappings `{key=value}`, lists `[a,b]`, text in quotes.
func outline(_ node: DataNode) -> String {
  switch node.content {
  case .scalar(.null): "null"
  case .scalar(.bool(let flag)): "\(flag)"
  case .scalar(.integer(let number)): "\(number)"
  case .scalar(.number(let text)): "#\(text)"
  case .scalar(.string(let text)): "\"\(text)\""
  case .scalar(.date(let date)): "@\(date)"
  case .list(let items): "[" + items.map(outline).joined(separator: ",") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key)=\(outline($0.value))" }.joined(separator: ",") + "}"
  }
}

/// The outline of a text that must read, or its errors.
func read(_ text: String, _ format: DataFormat) -> String {
  do throws(DataErrors) {
    return outline(try DataFile.read(Array(text.utf8), name: "data", format: format))
  } catch {
    return errors(error)
  }
}

/// `line:column code`, one for each error.
func errors(_ errors: DataErrors) -> String {
  errors.diagnostics.map { diagnostic in
    guard case .line(let line, let column) = diagnostic.place.spot else { return "?" }
    return "\(line):\(column) \(diagnostic.message.code)"
  }
  .joined(separator: ", ")
}

extension Value {
  /// Whether it is the same to the last digit and blank; equality alone takes 1.50 for 1.5.
  func isWritten(as other: Value) -> Bool { String(describing: self) == String(describing: other) }
}
