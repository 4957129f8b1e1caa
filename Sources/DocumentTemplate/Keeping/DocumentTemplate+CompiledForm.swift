import BinaryForms
public import OfficeDocument
public import TemplateLanguage

extension DocumentTemplate {
  /// The compiled template as bytes, from which ``init(compiledForm:of:name:environment:)`` makes it again in a small
  /// part of the time; nil for one that may include others, which are looked at whenever it is compiled.
  ///
  /// The bytes mean something to the same build of this library only. Whoever keeps them keeps them where nobody else
  /// can write: what is damaged by accident is recognized, what is forged is not.
  public var compiledForm: [UInt8]? {
    guard environment.templates == nil else { return nil }
    var writer = BinaryWriter()
    writer.list(Self.conditions(environment, package)) { $0.write($1) }
    contents.write(to: &writer)
    return writer.finish()
  }

  /// A template that was compiled before; nil if `bytes` are damaged, or were made of another package or for other
  /// delimiters, streamed names, filters, tests or functions than `environment` has.
  ///
  /// - Parameters:
  ///   - bytes: what ``compiledForm`` of the same build was.
  ///   - package: the package the template was compiled of. Entries are told by their CRC-32; whoever takes templates
  ///     from strangers compares all bytes.
  ///   - name: what diagnostics call the template.
  ///   - environment: the filters, tests and functions its tags may use.
  public init?(
    compiledForm bytes: [UInt8], of package: OfficePackage, name: String? = nil,
    environment: Environment = Environment()
  ) {
    guard environment.templates == nil else { return nil }
    do throws(BinaryFormError) {
      var reader = try BinaryReader(bytes)
      let conditions = try reader.strings()
      guard conditions == Self.conditions(environment, package) else { return nil }
      let contents = try TemplateContents(from: &reader, environment, package)
      guard reader.isAtEnd else { return nil }
      self.init(contents, of: package, name: name, environment: environment)
    } catch {
      return nil
    }
  }

  /// What a template is compiled with and of.
  private static func conditions(_ environment: Environment, _ package: OfficePackage) -> [String] {
    let delimiters = environment.delimiters
    let pairs = [delimiters.output, delimiters.statement, delimiters.comment].map { "\($0.open)\($0.close)" }
    let entries = package.checksums.map { "\($0.crc32) \($0.name)" }
    return pairs + environment.streamedNames.sorted() + [""] + entries
  }
}
