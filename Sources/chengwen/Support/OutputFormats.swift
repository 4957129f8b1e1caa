import ArgumentParser
import OfficeDocument

/// A format that reports are rendered to.
enum RenderFormat: String, CaseIterable {
  case docx
  case odt
  case pdf
  case html

  /// The document that is made of a template: a PDF is made of an .odt.
  var document: OfficeFormat? {
    switch self {
    case .docx: .docx
    case .odt, .pdf: .odt
    case .html: nil
    }
  }
}

extension OfficeFormat {
  /// The format that a file's name ends with; nil for any other.
  init?(ending path: String) {
    guard let format = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else { return nil }
    self = format
  }
}

/// A list of formats as an option's value.
struct RenderFormats: ExpressibleByArgument {
  let all: [RenderFormat]

  init(all: [RenderFormat]) { self.all = all }

  init?(argument: String) {
    var all: [RenderFormat] = []
    for name in argument.split(separator: ",") {
      guard let format = RenderFormat(rawValue: String(name)), !all.contains(format) else { return nil }
      all.append(format)
    }
    guard !all.isEmpty else { return nil }
    self.all = all
  }

  var defaultValueDescription: String { all.map(\.rawValue).joined(separator: ",") }
}
