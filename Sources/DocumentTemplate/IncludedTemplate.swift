import Diagnostics
import OfficeDocument
import TemplateLanguage

/// A document among the templates that others include: it is rendered with the data around the tag, and merged
/// where the tag stands.
struct IncludedTemplate: IncludedDocument {
  private let template: DocumentTemplate
  private let name: String

  static let compile:
    @Sendable (_ bytes: [UInt8], _ name: String, Environment) -> Result<any IncludedDocument, MessageList> = {
      bytes, name, environment in
      do throws(TemplateError) {
        return .success(try IncludedTemplate(bytes, name, environment))
      } catch {
        return .failure(MessageList(error.messages(in: name)))
      }
    }

  private init(_ bytes: [UInt8], _ name: String, _ environment: Environment) throws(TemplateError) {
    self.name = name
    template = try DocumentTemplate(
      try TemplateError.wrapping { () throws(OfficeError) in try OfficePackage(bytes) }, name: name,
      including: environment)
  }

  func render(_ data: Mapping, options: RunOptions) -> Result<Value, MessageList> {
    var own = RenderOptions(undefined: options.undefined, limits: options.limits)
    own.includeDepth = options.includeDepth
    do throws(TemplateError) {
      let bytes = try template.render(data, options: own)
      let document = try TemplateError.wrapping { () throws(OfficeError) in
        try SubDocument(try OfficePackage(bytes))
      }
      return .success(.object(document))
    } catch {
      return .failure(MessageList(error.messages(in: name)))
    }
  }
}

extension TemplateError {
  fileprivate static func wrapping<Result>(
    _ body: () throws(OfficeError) -> Result
  ) throws(TemplateError) -> Result {
    do throws(OfficeError) {
      return try body()
    } catch {
      throw .unreadable(error)
    }
  }

  /// What is wrong, with the places in the template `name`.
  fileprivate func messages(in name: String) -> [Message] {
    diagnostics(file: name).map { diagnostic in
      let message = diagnostic.message
      return Message(
        message.code, chinese: "\(diagnostic.place.text(in: .chinese))：\(message.chinese)",
        english: "\(diagnostic.place.text(in: .english)): \(message.english)", hint: message.hint)
    }
  }
}
