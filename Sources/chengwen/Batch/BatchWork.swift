import DataFiles
import Diagnostics
import DocumentTemplate
import TemplateLanguage

/// What is done for each record, on any thread.
struct BatchWork: Sendable {
  /// A record on its way to its document.
  struct Item: Sendable {
    let number: Int
    let place: Place
    let file: String
    /// What its document is called and made of; or what is wrong.
    let content: Result<(name: String, values: Mapping), DataErrors>
  }

  /// What became of it.
  enum Outcome: Sendable {
    case written(BatchJournal.Entry)
    /// It was there already.
    case unchanged(String)
    case failed(number: Int, [Diagnostic], isUnwritable: Bool)
  }

  let template: DocumentTemplate
  let options: RenderOptions
  let folder: OutputFolder
  /// What all documents are made of.
  let base: Fingerprint
  /// What an earlier run has written.
  let known: [String: BatchJournal.Entry]

  func carryOut(_ item: Item) -> Outcome {
    switch item.content {
    case .failure(let errors): .failed(number: item.number, errors.diagnostics, isUnwritable: false)
    case .success(let content): make(content.name, of: content.values, item)
    }
  }

  private func make(_ name: String, of values: Mapping, _ item: Item) -> Outcome {
    let data = DataFolder(of: item.file)
    let read = FilesRead()
    do throws(TemplateError) {
      let load = { (file: String) in
        let bytes = try data.read(file)
        read.fingerprint.add(bytes)
        return bytes
      }
      let resolved = try DocumentValues.resolve(values, name: item.file, loadFile: load)
      let replacements = try DocumentValues.replacements(in: values, name: item.file, loadFile: load)
      var fingerprint = base
      fingerprint.add(values)
      fingerprint.add(read.fingerprint.value)
      if let entry = known[name], entry.fingerprint == fingerprint.text, folder.stamp(of: name) == entry.stamp
      {
        return .unchanged(name)
      }
      let document = try template.render(resolved, options: options, replacing: replacements)
      do throws(FileError) {
        let stamp = try folder.write(document, to: name)
        return .written(BatchJournal.Entry(name: name, fingerprint: fingerprint.text, stamp: stamp))
      } catch {
        return .failed(number: item.number, [error.diagnostic], isUnwritable: true)
      }
    } catch {
      let diagnostics = error.diagnostics(file: template.name).map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.trace.insert(Self.name(of: item), at: 0)
        return diagnostic
      }
      return .failed(number: item.number, diagnostics, isUnwritable: false)
    }
  }

  /// The record as messages call it: `records.csv:18`, or its own file.
  private static func name(of item: Item) -> String {
    guard case .line(let line, _) = item.place.spot else { return item.place.file ?? "" }
    return "\(item.place.file ?? ""):\(line)"
  }

  /// The files that one record's values are made of.
  private final class FilesRead {
    var fingerprint = Fingerprint()
  }
}
