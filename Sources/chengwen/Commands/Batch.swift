import ArgumentParser
import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage

struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Fill a template once for each record. 一条记录一份文档，批量生成。",
    discussion: """
      A record that is wrong is reported and stops nobody else. What was written is noted in the output folder, so \
      that --resume after an interruption writes only what is missing or has changed.
      """)

  @Argument(help: "The template: a .docx or .odt file, or a folder that holds one unpacked.")
  var template: String

  @Argument(
    help: """
      The records: JSON Lines (.jsonl), an array or list (.json, .yaml), CSV (.csv, in UTF-8 or GBK), a folder of \
      YAML and JSON files, or - for JSON Lines on standard input.
      """)
  var records: String

  @Option(name: .shortAndLong, help: "The folder to write to; by default the current one.")
  var output = "."

  @Option(
    help: """
      What the documents are called, in the template language: the record's values, record.number and, for a \
      folder's files, record.name.
      """)
  var name = DocumentNames.defaultPattern

  @Option(help: "How RECORDS is written, where its name doesn't say.")
  var recordsFormat: RecordFormatName?

  @Flag(help: "Leave out what an earlier run has written of the same template and record.")
  var resume = false

  @Option(help: "Write only the records I, I+N, I+2N … of all, as one of N machines.")
  var shard = Shard.whole

  @Flag(help: "Print nothing for unknown names instead of stopping.")
  var lenient = false

  @Option(
    help: "A folder of templates that the template may include or import.", completion: .directory)
  var templates: String?

  @OptionGroup var compression: CompressOption
  @OptionGroup var delimiters: DelimitersOption
  @OptionGroup var jobs: JobOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let inputs = Inputs(console: common.console)
    let (compiled, base) = try compile(inputs)
    var names = try names(for: compiled, inputs)
    var records = try BatchRecords(records, format: recordsFormat?.format, inputs: inputs)
    var summary = BatchSummary(common.console)
    do throws(FileError) {
      let folder = try OutputFolder(output, shard: shard)
      let known = resume ? BatchJournal.read(folder) : [:]
      var journal = try BatchJournal(folder, shard: shard, resuming: resume)
      var options = RenderOptions(compression: compression.compress?.parts ?? .templateAware)
      if lenient { options.undefined = .lenient }
      let work = BatchWork(template: compiled, options: options, folder: folder, base: base, known: known)
      try run(work, &records, &names, &journal, &summary)
    } catch {
      summary.report([error.diagnostic], Status.unusable)
    }
    summary.print()
    if let status = summary.status.code { throw status }
  }

  private func run(
    _ work: BatchWork, _ records: inout BatchRecords, _ names: inout DocumentNames,
    _ journal: inout BatchJournal, _ summary: inout BatchSummary
  ) throws(FileError) {
    var progress = Progress(common.console)
    var failure: FileError?
    var broken: DataErrors?
    Workers.run(jobs: jobs.count) {
      guard failure == nil else { return nil }
      do throws(DataErrors) {
        while let item = try records.next() {
          let named = Self.item(of: item, &names)
          if shard.contains(item.record.number) { return named }
        }
      } catch {
        broken = error
      }
      return nil
    } work: {
      work.carryOut($0)
    } take: { outcome in
      if case .failed = outcome { progress.clear() }
      summary.add(outcome)
      if case .written(let entry) = outcome {
        do throws(FileError) { try journal.add(entry) } catch { failure = error }
      }
      progress.show(summary.records)
    }
    progress.clear()
    if let broken { summary.report(broken.diagnostics, Status.faulty) }
    if let failure { throw failure }
    try journal.finish()
  }

  /// The record with its document's name.
  private static func item(of item: BatchRecords.Item, _ names: inout DocumentNames) -> BatchWork.Item {
    let content: Result<(name: String, values: Mapping), DataErrors>
    switch item.record.content {
    case .failure(let errors): content = .failure(errors)
    case .success(let values):
      do throws(DocumentNames.NameFailure) {
        content = .success(
          (try names.name(for: values, number: item.record.number, file: item.name), values))
      } catch {
        content = .failure(
          DataErrors(error.messages.map { Diagnostic(.error, .inName($0), at: item.record.place) }))
      }
    }
    return BatchWork.Item(
      number: item.record.number, place: item.record.place, file: item.file, content: content)
  }

  /// The template, and what tells it and the options from others.
  private func compile(_ inputs: Inputs) throws -> (DocumentTemplate, Fingerprint) {
    let package = try inputs.package(at: template)
    var base = Fingerprint()
    base.add(Version.text)
    base.add(lenient ? "lenient" : "strict")
    for entry in package.checksums {
      base.add(entry.name)
      base.add(UInt64(entry.crc32))
    }
    var environment = Environment()
    environment.delimiters = try delimiters.chosen()
    base.add(delimiters.delimiters ?? "")
    base.add(compression.compress?.name ?? "")
    if let templates {
      environment.templates = TemplateFolder.loader(templates)
      for (name, bytes) in try inputs.files(in: templates) {
        base.add(name)
        base.add(bytes)
      }
    }
    do throws(TemplateError) {
      return (try DocumentTemplate(package, name: template, environment: environment), base)
    } catch {
      throw inputs.failure(error, file: template)
    }
  }

  private func names(for template: DocumentTemplate, _ inputs: Inputs) throws -> DocumentNames {
    do throws(FaultList) {
      return try DocumentNames(pattern: name, ending: "." + template.format.rawValue)
    } catch {
      common.console.report(
        error.faults.map { Diagnostic(.error, .inName($0.message), at: Place(.named("--name"))) })
      throw Status.faulty
    }
  }
}

/// A format of records as an option's value.
enum RecordFormatName: String, ExpressibleByArgument, CaseIterable {
  case jsonLines = "json-lines"
  case json
  case yaml
  case csv

  var format: RecordFormat {
    switch self {
    case .jsonLines: .jsonLines
    case .json: .json
    case .yaml: .yaml
    case .csv: .csv
    }
  }
}
