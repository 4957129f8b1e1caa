import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import TemplateLanguage

/// jinja2, asked what it makes of templates.
enum Oracle {
  /// A Python that has jinja2: `CHENGWEN_PYTHON`, or else the one in `.build/venv`.
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["CHENGWEN_PYTHON"]
    let path = named ?? root.appending(path: ".build/venv/bin/python").path
    return Command([path, "-c", "import jinja2"]).status == 0 ? path : nil
  }()

  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  private static var root: URL { tests.deletingLastPathComponent().deletingLastPathComponent() }

  /// The data of all cases, as a Python literal.
  static let data = """
    {'i': 7, 'j': -3, 'zero': 0, 'big': 123456789012345678901234567890, 'f': 2.5, 't': True, 'n': None,
     's': 'Hello World', 'u': '中文文本', 'e': '', 'l': [3, 1, 2], 'ls': ['b', 'A', 'c'], 'le': [],
     'd': {'a': 1, 'b': [1, 2], 'c': {'x': 'deep'}}, 'de': {},
     'rows': [{'n': 'a', 'v': 3, 'k': 'x'}, {'n': 'b', 'v': 1, 'k': 'y'}, {'n': 'c', 'v': 2, 'k': 'x'}],
     'm': [[1, 2], [3, 4]], 'tree': [{'n': '1', 'c': [{'n': '1.1', 'c': []}, {'n': '1.2', 'c': []}]}, {'n': '2', 'c': []}]}
    """.split(separator: "\n").joined()

  enum Answer {
    case text(String)
    /// With what it says, which need not be the same.
    case error(String)

    func agrees(with other: Answer) -> Bool {
      switch (self, other) {
      case (.text(let left), .text(let right)): left == right
      case (.error, .error): true
      default: false
      }
    }
  }

  /// What jinja2 says to each template, in order.
  static func ask(_ cases: [(text: String, lenient: Bool)]) throws -> [Answer] {
    let request: [String: Any] = [
      "data": data, "files": IncludingCases.files, "cases": cases.map { [$0.text, $0.lenient] as [Any] },
    ]
    let input = try JSONSerialization.data(withJSONObject: request)
    let script = tests.appending(path: "Fixtures/oracle.py").path
    let command = Command([try #require(python), script], input: Array(input))
    try #require(command.status == 0, "\(command.errors)")
    let answers = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    return try #require(answers as? [[Any]]).map { answer in
      (answer.first as? String).map { .text($0) } ?? .error((answer.last as? String) ?? "")
    }
  }

  /// What this library says.
  static func answer(_ text: String, lenient: Bool, _ data: Mapping) -> Answer {
    var options = RunOptions()
    options.undefined = lenient ? .lenient : .error
    var environment = Environment()
    environment.templates = TemplateLoader { IncludingCases.files[$0].map { Array($0.utf8) } }
    do throws(FaultList) {
      return .text(try TextTemplate(text, environment: environment).render(data, options: options))
    } catch {
      return .error(error.faults.first?.message.english ?? "")
    }
  }

  static func mapping() throws -> Mapping {
    guard case .mapping(let mapping) = try PythonLiteral.value(data) else { return [:] }
    return mapping
  }
}
