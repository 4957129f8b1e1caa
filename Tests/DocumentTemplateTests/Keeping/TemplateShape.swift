@testable import DocumentTemplate

/// All that a compiled template holds, line by line, so that two can be compared; but for functions, and what is made
/// or read when it is asked for.
enum TemplateShape {
  private static let leftOut: Set = ["environment", "code", "package", "workbook", "body", "styles"]

  static func lines(_ template: DocumentTemplate) -> [String] {
    var lines: [String] = []
    append(template.contents.parts, "parts", &lines)
    append(template.contents.workbooks, "workbooks", &lines)
    append(template.contents.counters, "counters", &lines)
    lines.append("list \(template.contents.numbering?.greatestID ?? -1)")
    return lines
  }

  private static func append(_ value: Any, _ path: String, _ lines: inout [String]) {
    if let bytes = value as? [UInt8] {
      lines.append("\(path): \(String(decoding: bytes, as: UTF8.self))")
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .set, .dictionary:
      var elements: [String] = []
      for child in mirror.children {
        var one: [String] = []
        append(child.value, "", &one)
        elements.append(one.joined(separator: "\n"))
      }
      lines += elements.sorted().map { "\(path): \($0)" }
      return
    default: break
    }
    if mirror.children.isEmpty { lines.append("\(path): \(value)") }
    for (number, child) in mirror.children.enumerated() {
      let label = child.label ?? String(number)
      // A program's code is looked into; a part's is what is made when it is asked for.
      if leftOut.contains(label), !(label == "code" && path.hasSuffix("program")),
        !(label == "styles" && path.hasSuffix("cells"))
      {
        continue
      }
      append(child.value, "\(path).\(label)", &lines)
    }
  }
}
