import BinaryForms
import OfficeDocument
import TemplateLanguage

extension TemplateContents {
  func write(to writer: inout BinaryWriter) {
    writer.list(parts) { $1.write(to: &$0) }
    writer.list(workbooks) { $1.write(to: &$0) }
    writer.optional(numbering) { $1.write(to: &$0) }
    counters.write(to: &writer)
  }

  init(
    from reader: inout BinaryReader, _ environment: Environment, _ package: OfficePackage
  ) throws(BinaryFormError) {
    parts = try reader.list { reader throws(BinaryFormError) in try CompiledPart(from: &reader, environment) }
    workbooks = try reader.list { reader throws(BinaryFormError) in
      try ChartWorkbook(from: &reader, environment, in: package)
    }
    numbering = try reader.optional { reader throws(BinaryFormError) in try Numbering(from: &reader, package)
    }
    counters = try PackageCounters(from: &reader)
  }
}
