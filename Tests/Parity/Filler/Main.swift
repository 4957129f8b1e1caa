import DataFiles
import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage

/// Fills a template as `chengwen fill --lenient` does, with the filters and functions that docxtpl's own scripts
/// register: usage: TEMPLATE DATA OUTPUT.
@main
struct Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { fail("usage: \(arguments[0]) TEMPLATE DATA OUTPUT") }
    do {
      try fill(template: arguments[1], data: arguments[2], output: arguments[3])
    } catch let error as TemplateError {
      fail(error.diagnostics(file: arguments[1]).map { $0.text(in: .english) }.joined(separator: "\n"))
    } catch {
      fail("\(error)")
    }
  }

  private static func fill(template: String, data: String, output: String) throws {
    var environment = Environment()
    environment.addFilter("my_filterA", arguments: 1...1) { value, arguments throws(ValueError) in
      .string("\(value.printed) \(arguments.positional[0].printed)")
    }
    environment.addFilter("my_filterB", arguments: 1...1) { value, arguments throws(ValueError) in
      let numbers = [value, arguments.positional[0]].compactMap { Double($0.printed) }
      guard numbers.count == 2, let sum = Decimal(numbers[0] + numbers[1]) else {
        throw ValueError(Message("wrong-value", chinese: "应为数字", english: "numbers are wanted"))
      }
      return .decimal(sum)
    }
    let compiled = try DocumentTemplate(
      OfficePackage(read(template)), name: template, environment: environment)
    guard case .mapping(var values) = try DataFile.read(read(data), name: data).value else {
      fail("\(data) is no mapping")
    }
    values["iteritems"] = .object(Iteritems())
    let folder = data.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let resolved = try DocumentValues.resolve(values, name: data) { try read("\(folder)/\($0)") }
    var options = RenderOptions()
    options.undefined = .lenient
    let bytes = try compiled.render(resolved, options: options)
    guard let file = unsafe fopen(output, "wb") else { fail("\(output) can't be written") }
    defer { unsafe fclose(file) }
    guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      fail("\(output) can't be written")
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { fail("\(path) can't be read") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static func fail(_ message: String) -> Never {
    print(message)
    exit(1)
  }
}

/// Python 2's `iteritems`, which a script hands over as part of its data.
struct Iteritems: CallableObject {
  let typeName = "a function"

  func call(_ arguments: Arguments) throws(ValueError) -> Value {
    guard case .mapping(let mapping)? = arguments.positional.first else {
      throw ValueError(Message("wrong-value", chinese: "应为映射", english: "a mapping is wanted"))
    }
    return .list(mapping.map { .list([$0.key, $0.value]) })
  }
}
