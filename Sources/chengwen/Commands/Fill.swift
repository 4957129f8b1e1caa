import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Fill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Fill any .docx or .odt template with data. 用数据填充模板。",
    discussion: """
      With --mark-errors, a template that has errors, or has them with these data, is copied with a comment at every \
      wrong place: notice.docx becomes notice-errors.docx, beside the output.
      """)

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String

  @Argument(help: "The data: a YAML or JSON file, or - for standard input.")
  var data: String

  @Option(
    name: .shortAndLong,
    help: "Where to write; - is standard output. By default DATA's name with the template's ending.")
  var output: String?

  @Flag(help: "Print nothing for unknown names instead of stopping.")
  var lenient = false

  @Flag(
    help: """
      Hold the data against the template first: what is missing or of the wrong kind stops it, what is not used is \
      listed.
      """)
  var check = false

  @Flag(help: "Where there are errors, write a copy of the template with a comment at each of them.")
  var markErrors = false

  @Option(
    help: """
      NAME=FILE: a list for a loop of the template, read while the loop goes through it: a JSON array, JSON Lines, \
      CSV, or - for JSON Lines on standard input. May be given several times.
      """)
  var stream: [StreamOption] = []

  @Option(
    help:
      "The most bytes a part of the document may have, such as 512M; by default 256M, with --stream 4095M.")
  var maxOutput: ByteCount?

  @Option(
    help: "A folder of templates that the template may include or import.", completion: .directory)
  var templates: String?

  @Option(
    name: .customLong("replace"),
    help: ArgumentHelp(
      "Put FILE in the place of a picture or an embedded file of the template, by its name, alternative text or file name.",
      valueName: "name=file"))
  var replacements: [String] = []

  @OptionGroup var compression: CompressOption
  @OptionGroup var delimiters: DelimitersOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for one in replacements where !one.dropFirst().contains("=") {
      throw ValidationError("--replace \(one): write NAME=FILE. 应写成 名称=文件。")
    }
    let names = stream.map(\.name)
    if Set(names).count < names.count { throw ValidationError("--stream names a list twice") }
    let standard = [data] + stream.map(\.file)
    if standard.filter({ $0 == Files.standardStream }).count > 1 {
      throw ValidationError("standard input can be read for one thing only")
    }
    if check, !stream.isEmpty { throw ValidationError("--check needs all data, so it goes without --stream") }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    var environment = Environment()
    environment.streamedNames = Set(stream.map(\.name))
    environment.delimiters = try delimiters.chosen()
    if let templates { environment.templates = TemplateFolder.loader(templates) }
    let (compiled, package) = try inputs.template(at: template, environment) { error, package in
      try failure(error, package, inputs)
    }
    var (values, replacing) = try values(for: compiled, inputs)
    replacing += try replacements.map { try replacement($0, inputs) }
    for option in stream {
      guard let list = option.list else {
        common.console.report([Diagnostic(.error, .unknownRecords, at: Place(file: option.file))])
        throw Status.unusable
      }
      values[option.name] = .object(list)
    }
    UntilExit.hold(compiled)
    UntilExit.hold(values)
    let stem = data == Files.standardStream ? "document" : Files.stem(of: data)
    let path = output ?? "\(stem).\(compiled.format.rawValue)"
    try inputs.write(to: path) { file throws(TemplateError) in
      try compiled.render(
        values, options: options, to: file.descriptor, spoolFolder: file.folder, replacing: replacing)
    } failure: { error in
      try failure(error, package, inputs)
    }
    if path != Files.standardStream { common.console.note(path) }
  }

  private var options: RenderOptions {
    var options = RenderOptions(compression: compression.compress?.parts ?? .oneOff)
    if lenient { options.undefined = .lenient }
    if !stream.isEmpty {
      options.limits.steps = .max
      options.limits.outputBytes = 4095 << 20
    }
    if let maxOutput {
      options.limits.outputBytes = maxOutput.bytes
      options.limits.steps = .max
    }
    return options
  }

  private func values(
    for compiled: DocumentTemplate, _ inputs: Inputs
  ) throws -> (values: Mapping, replacing: [FileReplacement]) {
    // Only the checks need to know where in the file each value stands.
    let node = check ? try inputs.node(at: data) : nil
    guard case .mapping(let values) = try node?.value ?? inputs.value(at: data) else {
      common.console.report([Diagnostic(.error, .notMapping, at: Place(file: data))])
      throw Status.faulty
    }
    if let node { try holdAgainst(compiled, values, node) }
    let folder = DataFolder(of: data)
    do throws(TemplateError) {
      let resolved = try DocumentValues.resolve(values, name: data) { try folder.read($0) }
      let replacing = try DocumentValues.replacements(in: values, name: data) { try folder.read($0) }
      return (resolved, replacing)
    } catch {
      throw inputs.failure(error, file: data)
    }
  }

  /// Reports what in the data does not go with the template; errors end the run.
  private func holdAgainst(_ template: DocumentTemplate, _ values: Mapping, _ node: DataNode) throws {
    let findings = template.check(values).map {
      $0.diagnostic(in: node, data: data, template: self.template)
    }
    if !findings.isEmpty { common.console.report(findings) }
    if findings.contains(where: { $0.severity == .error }) { throw Status.faulty }
  }

  /// Reports why the template failed, and marks its places in a copy if that is asked for.
  private func failure(_ error: TemplateError, _ package: OfficePackage, _ inputs: Inputs) throws -> ExitCode
  {
    let status = inputs.failure(error, file: template)
    guard markErrors, case .faulty(let diagnostics) = error else { return status }
    let path = markedPath(package.format)
    let copy: [UInt8]
    let delimiters = try delimiters.chosen()
    do throws(OfficeError) {
      copy = try MarkedTemplate.bytes(
        of: package, marking: diagnostics, in: common.console.language, delimiters: delimiters)
    } catch {
      throw inputs.failure(.unreadable(error), file: template)
    }
    try inputs.write(copy, to: path)
    common.console.note(path)
    return status
  }

  /// The copy's path: the template's name with `-errors`, in the folder that is written to.
  private func markedPath(_ format: OfficeFormat) -> String {
    let name = template == Files.standardStream ? "template" : Files.stem(of: template)
    let slash = output.flatMap { $0 == Files.standardStream ? nil : $0.utf8.lastIndex(of: UInt8(ascii: "/")) }
    let folder = slash.map { String((output ?? "")[...$0]) } ?? ""
    return "\(folder)\(name)-errors.\(format.rawValue)"
  }

  /// What `NAME=FILE` stands for; the name may hold equals signs, the file's not.
  private func replacement(_ argument: String, _ inputs: Inputs) throws -> FileReplacement {
    let equals = argument.lastIndex(of: "=") ?? argument.endIndex
    return FileReplacement(
      String(argument[..<equals]), with: try inputs.bytes(of: String(argument[equals...].dropFirst())))
  }
}
