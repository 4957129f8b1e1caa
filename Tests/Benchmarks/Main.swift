import DataFiles
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage

/// One measurement, printed as a line of JSON for bench.py.
///
///     chengwen-bench steady TEMPLATE DATA COUNT OUTPUT [zlib]   compiled once; each rendered and written
///     chengwen-bench whole TEMPLATE DATA COUNT OUTPUT           each compiled, rendered and written
///     chengwen-bench kept TEMPLATE DATA COUNT OUTPUT            each made again from the compiled form, rendered and written
///     chengwen-bench rows TEMPLATE ROWS OUTPUT                  a table of so many rows, its data made in memory
///     chengwen-bench stream TEMPLATE JSONL OUTPUT               a table of the rows in a file, read as they are written
///     chengwen-bench data DATA                                  nothing but reading the data
@main
struct Main {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var options = RenderOptions()
    if arguments.last == "zlib" {
      options.compression = .zlib(level: 6)
      arguments.removeLast()
    }
    let times = try run(arguments, options).map { "[\($0.wall), \($0.processor)]" }
    let bytes = arguments[0] == "data" ? 0 : try Files.read(arguments[arguments.count - 1]).count
    print(
      "{\"times\": [\(times.joined(separator: ", "))], \"bytes\": \(bytes), \"peak_kib\": \(peakKiB())}")
  }

  private static func run(_ arguments: [String], _ options: RenderOptions) throws -> [Timing] {
    switch arguments[0] {
    case "steady":
      let template = try template(arguments[1])
      let data = try data(arguments[2])
      return try (0..<(Int(arguments[3]) ?? 1)).map { _ in
        try Timing.of { try Files.write(template.render(data, options: options), to: arguments[4]) }
      }
    case "whole":
      let bytes = try Files.read(arguments[1])
      let data = try data(arguments[2])
      return try (0..<(Int(arguments[3]) ?? 1)).map { _ in
        try Timing.of {
          let template = try DocumentTemplate(OfficePackage(bytes))
          var options = options
          options.compression = .oneOff
          try Files.write(template.render(data, options: options), to: arguments[4])
        }
      }
    case "kept":
      let bytes = try Files.read(arguments[1])
      let data = try data(arguments[2])
      guard let form = try DocumentTemplate(OfficePackage(bytes)).compiledForm else {
        throw Files.Failure(path: arguments[1])
      }
      return try (0..<(Int(arguments[3]) ?? 1)).map { _ in
        try Timing.of {
          let package = try OfficePackage(knownArchive: bytes)
          guard let template = DocumentTemplate(compiledForm: form, of: package) else {
            throw Files.Failure(path: arguments[1])
          }
          var options = options
          options.compression = .oneOff
          try Files.write(template.render(data, options: options), to: arguments[4])
        }
      }
    case "rows":
      let template = try template(arguments[1])
      let data = Rows.data(Int(arguments[2]) ?? 1)
      return [
        try Timing.of {
          let file = unsafe open(arguments[3], O_RDWR | O_CREAT | O_TRUNC, 0o644)
          try template.render(data, options: options, to: file)
          close(file)
        }
      ]
    case "stream":
      var environment = Environment()
      environment.streamedNames = ["rows"]
      let template = try DocumentTemplate(OfficePackage(Files.read(arguments[1])), environment: environment)
      let path = arguments[2]
      let rows = StreamedRecords(name: path, format: .jsonLines) { () throws(ByteInput.Failure) in
        try Files.input(path)
      }
      return [
        try Timing.of {
          let file = unsafe open(arguments[3], O_RDWR | O_CREAT | O_TRUNC, 0o644)
          try template.render(["rows": .object(rows)], options: options, to: file)
          close(file)
        }
      ]
    case "data":
      return [try Timing.of { _ = try data(arguments[1]) }]
    default: throw Files.Failure(path: arguments[0])
    }
  }

  private static func template(_ path: String) throws -> DocumentTemplate {
    try DocumentTemplate(OfficePackage(Files.read(path)))
  }

  private static func data(_ path: String) throws -> Mapping {
    guard case .mapping(let mapping) = try DataFile.readValue(Files.read(path), name: path) else {
      return [:]
    }
    return mapping
  }
}
