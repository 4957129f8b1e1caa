import ArgumentParser
import DataFiles
import Diagnostics
import Filing
import Forms
import TemplateLanguage

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a report file to fill in. 新建一份待填写的报告数据。",
    discussion: """
      What has to be counted or written stays open, as ~ or empty; until it is filled in, the file is refused.
      """)

  @Option(help: "The agency's full name; by default that of the report given as last year's.")
  var agency: String?

  @Option(help: "The year to report on; by default the year after the report given as last year's.")
  var year: Int?

  @Option(help: "The edition of the form, such as 2021; by default the one prescribed for the year.")
  var edition: String?

  @Option(
    help:
      "Last year's report file: agency, title, contact, and the figures that are carried over are taken from it."
  )
  var previous: String?

  @Flag(
    help: """
      Write the JSON Schema of report files instead, for editors that complete and check them as they are written.
      """)
  var schema = false

  @Option(name: .shortAndLong, help: "Where to write; - is standard output, also the default.")
  var output: String?

  @OptionGroup var replacing: OverwriteOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if schema { return }
    if agency == nil, previous == nil { throw ValidationError("--agency or --previous is needed") }
    if year == nil, previous == nil { throw ValidationError("--year or --previous is needed") }
    if let year, !(1900...2999).contains(year) {
      throw ValidationError("--year must be a year of four digits")
    }
    if let agency, agency.utf8.allSatisfy({ $0 <= 0x20 }) || agency.utf8.contains(0x0A) {
      throw ValidationError("--agency must be a name on one line")
    }
  }

  func run() throws {
    let inputs = Inputs(console: common.console)
    let path = output ?? Files.standardStream
    let refusal = replacing.refusal(of: path)
    guard refusal.isEmpty else {
      common.console.report(refusal)
      throw Status.unusable
    }
    let text: String
    if schema {
      text = (try definition(for: year).reportSchema.json(indent: 2) ?? "") + "\n"
    } else {
      let last = try previous.map { try inputs.report(at: $0, edition: nil) }
      guard let year = year ?? last.map({ $0.year + 1 }) else { throw Status.faulty }
      let definition = try definition(for: year)
      if let last, last.year != year - 1 {
        common.console.report([
          Diagnostic(.warning, .notYearBefore(last.year, year), at: Place(file: previous))
        ])
      }
      text = definition.blankReport(agency: agency, year: year, previous: last).yaml(comments: true)
    }
    try inputs.write(Array(text.utf8), to: path)
    if path != Files.standardStream { common.console.note(path) }
  }

  /// The edition asked for, or the one for the year; for a schema without either, the latest.
  private func definition(for year: Int?) throws -> FormDefinition {
    do throws(DataErrors) {
      if let edition { return try BuiltInForms.library.definition(edition) }
      var all: [FormDefinition] = []
      for name in BuiltInForms.library.editions { all.append(try BuiltInForms.library.definition(name)) }
      let latest = all.filter { $0.years.last == nil }.map(\.years.first).max()
      if let wanted = year ?? latest, let found = FormDefinition.edition(for: wanted, among: all) {
        return found
      }
      throw DataErrors([
        Diagnostic(.error, .noEdition(year ?? 0, known: BuiltInForms.library.editions), at: Place(.whole))
      ])
    } catch {
      common.console.report(error.diagnostics)
      throw Status.faulty
    }
  }
}
