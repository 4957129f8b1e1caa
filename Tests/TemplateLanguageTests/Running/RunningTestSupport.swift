import Diagnostics

@testable import TemplateLanguage

/// What `text` makes of `data`; the codes of its faults, in brackets, if it does not compile or run.
func rendered(_ text: String, _ data: Mapping = sample, lenient: Bool = false) -> String {
  var options = RunOptions()
  if lenient { options.undefined = .lenient }
  do throws(FaultList) {
    return try TextTemplate(text).render(data, options: options)
  } catch {
    return "[" + error.faults.map(\.message.code).joined(separator: " ") + "]"
  }
}

/// The faults of `text`, each as its code, the stretch of the text it names, and its trace.
func faults(_ text: String, _ data: Mapping = sample, options: RunOptions = RunOptions()) -> [String] {
  let bytes = Array(text.utf8)
  let found: [Fault]
  do throws(FaultList) {
    found = try TextTemplate(text).attempt(data, options: options).faults
  } catch {
    found = error.faults
  }
  return found.map { fault in
    let range = (fault.origin + fault.range.lowerBound)..<(fault.origin + fault.range.upperBound)
    let trace = fault.trace.isEmpty ? "" : " in " + fault.trace.joined(separator: ", ")
    return "\(fault.message.code): \(String(decoding: bytes[range], as: UTF8.self))\(trace)"
  }
}

/// Data most tests use.
let sample: Mapping = [
  "name": "甲县", "year": 2021, "zero": 0, "empty": .list([]), "nothing": .none,
  "items": .list([1, 2, 3]), "letters": .list(["a", "b", "c"]),
  "units": .list([
    .mapping(["name": "甲", "count": 3]), .mapping(["name": "乙", "count": 0]),
    .mapping(["name": "丙", "count": 5]),
  ]),
  "nested": .mapping(["a": .mapping(["b": .mapping(["c": "deep"])]), "list": .list([10, 20])]),
  "tree": .list([
    .mapping([
      "name": "1",
      "children": .list([
        .mapping(["name": "1.1", "children": .list([])]),
        .mapping([
          "name": "1.2", "children": .list([.mapping(["name": "1.2.1", "children": .list([])])]),
        ]),
      ]),
    ]), .mapping(["name": "2", "children": .list([])]),
  ]),
]
