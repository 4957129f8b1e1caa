import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look a template over for what is probably not meant. 检查模板中可能的疏漏。",
    discussion: """
      Prints everything that is wrong, then what the rules find; ends with status 1 if there are errors, with --strict \
      if there is anything but notices. With a data file, unused data and loops over text are found too. `--rules` \
      lists the rules.
      """)

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String?

  @Argument(help: "A data file that the template is filled with: YAML or JSON.")
  var data: String?

  @Option(help: "Codes of rules not to ask, with commas between; may be given several times.")
  var ignore: [String] = []

  @Flag(help: "End with status 1 for warnings too.")
  var strict = false

  @Flag(help: "List the rules with their codes.")
  var rules = false

  @OptionGroup var delimiters: DelimitersOption

  @Option(help: "Language of messages: zh or en; by default the locale's.")
  var language: Language?

  @Option(help: "How findings are printed: text, json or sarif (SARIF 2.1.0).")
  var format: LintFormat = .text

  /// How findings are printed.
  enum LintFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  private var ignored: Set<String> {
    Set(ignore.flatMap { $0.split(separator: ",") }.map { String($0) })
  }

  func validate() throws {
    if template == nil, !rules { throw ValidationError("no template is named") }
    let known = TemplateLint.rules.map(\.code)
    for code in ignored.sorted() where !known.contains(code) {
      let near = Suggestion.nearest(to: code, in: known).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("there is no rule \(code)\(near)")
    }
  }

  func run() throws {
    let console = Console(
      language: language ?? Console.localeLanguage, format: format == .json ? .json : .text)
    guard let template, !rules else { return printRules(console.language) }
    let inputs = Inputs(console: console)
    let package = try inputs.package(at: template)
    let findings: [Diagnostic]
    let values = try lintData(inputs)
    var environment = Environment()
    environment.delimiters = try delimiters.chosen()
    do throws(OfficeError) {
      findings = try TemplateLint.findings(
        in: package, name: template, environment: environment, data: values, ignoring: ignored)
    } catch {
      throw inputs.failure(.unreadable(error), file: template)
    }
    switch format {
    case .text:
      for finding in findings { print(finding.text(in: console.language)) }
      let counts = Diagnostic.Severity.allCases.map { level in findings.count { $0.severity == level } }
      console.say(
        chinese: "错误 \(counts[0])，警告 \(counts[1])，提醒 \(counts[2])",
        english: "\(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notices")
    case .json: print(DiagnosticJSON.array(findings, console.language))
    case .sarif: print(SARIF.text(findings, TemplateLint.rules, console.language))
    }
    let fails = findings.contains { $0.severity == .error || strict && $0.severity == .warning }
    if fails { throw Status.faulty }
  }

  private func lintData(_ inputs: Inputs) throws -> TemplateLint.Data? {
    guard let data else { return nil }
    let node = try inputs.node(at: data)
    guard case .mapping(let values) = node.value else {
      inputs.console.report([Diagnostic(.error, .notMapping, at: Place(file: data))])
      throw Status.faulty
    }
    return TemplateLint.Data(values) { $0.place(in: node, data: data) }
  }

  private func printRules(_ language: Language) {
    for rule in TemplateLint.rules {
      let title = language == .chinese ? rule.chineseTitle : rule.englishTitle
      print("\(rule.code)\t\(rule.severity.text(in: language))\t\(title)")
    }
  }
}
