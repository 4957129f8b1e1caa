import DataFiles
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

/// One measurement, printed as a line of JSON for bench.py.
///
///     chengwen-bench steady TEMPLATE DATA COUNT OUTPUT [zlib]   compiled once; each rendered and written
///     chengwen-bench whole TEMPLATE DATA COUNT OUTPUT           each compiled, rendered and written
///     chengwen-bench rows TEMPLATE ROWS OUTPUT                  a table of so many rows, its data made in memory
@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    var options = RenderOptions()
    if arguments.last == "zlib" { options.compression = .zlib(level: 6) }
    var timings: [Timing] = []
    let output = arguments[arguments[1] == "rows" ? 4 : 5]
    switch arguments[1] {
    case "steady":
      let template = try template(arguments[2])
      let data = try data(arguments[3])
      for _ in 0..<(Int(arguments[4]) ?? 1) {
        timings.append(try Timing.of { try Files.write(template.render(data, options: options), to: output) })
      }
    case "whole":
      let bytes = try Files.read(arguments[2])
      let data = try data(arguments[3])
      for _ in 0..<(Int(arguments[4]) ?? 1) {
        timings.append(
          try Timing.of {
            let template = try DocumentTemplate(OfficePackage(bytes))
            try Files.write(template.render(data, options: options), to: output)
          })
      }
    default:
      let template = try template(arguments[2])
      let data = Rows.data(Int(arguments[3]) ?? 1)
      timings.append(try Timing.of { try Files.write(template.render(data, options: options), to: output) })
    }
    let numbers = timings.map { "[\($0.wall), \($0.processor)]" }.joined(separator: ", ")
    print("{\"times\": [\(numbers)], \"bytes\": \(try Files.read(output).count), \"peak_kib\": \(peakKiB())}")
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
