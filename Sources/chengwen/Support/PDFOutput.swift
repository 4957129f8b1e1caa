import ArgumentParser
import Diagnostics
import Filing
import OfficeDocument

/// The PDFs of one run, which LibreOffice makes all at once.
struct PDFOutput {
  private let inputs: Inputs
  private let converter: LibreOffice
  private let seconds: Int?
  private var documents: [(path: String, bytes: [UInt8])] = []

  /// Finds LibreOffice, before anything is written.
  init(inputs: Inputs, program: String?, seconds: Int?) throws {
    self.inputs = inputs
    self.seconds = seconds
    do throws(ConversionError) {
      converter = try LibreOffice(at: program)
    } catch {
      inputs.console.report([Diagnostic(.error, error.message, at: Place(.whole))])
      throw Status.unusable
    }
  }

  /// Takes an .odt that is to become the PDF at `path`.
  mutating func add(_ path: String, _ bytes: [UInt8]) {
    documents.append((path, bytes))
  }

  /// Converts and writes them; what is said of their fonts is said once.
  func write() throws {
    guard !documents.isEmpty else { return }
    let converted: [[UInt8]]
    do throws(ConversionError) {
      converted = try converter.convert(
        documents.map { LibreOffice.Document(name: $0.path, bytes: $0.bytes, format: .odt) }, seconds: seconds
      )
    } catch {
      inputs.console.report([Diagnostic(.error, error.message, at: Place(.whole))])
      throw Status.unusable
    }
    var said: Set<Message> = []
    for (document, pdf) in zip(documents, converted) {
      try inputs.write(pdf, to: document.path)
      inputs.console.note(document.path)
      if let message = try? DocumentFonts.substitutions(in: document.bytes, pdf: pdf),
        said.insert(message).inserted
      {
        inputs.console.report([Diagnostic(.warning, message, at: Place(file: document.path))])
      }
    }
  }
}
