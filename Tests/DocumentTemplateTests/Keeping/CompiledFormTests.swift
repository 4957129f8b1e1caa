import BinaryForms
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("The compiled form")
struct CompiledFormTests {
  private static let body = """
    <w:p><w:r><w:t>{{ name | upper }} {{ n }}</w:t></w:r></w:p><w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>\
    <w:p><w:r><w:t>{{ x.a }}</w:t></w:r></w:p><w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>
    """

  private static func again(
    _ template: DocumentTemplate, _ package: OfficePackage, _ environment: Environment = Environment()
  ) throws -> DocumentTemplate {
    let form = try #require(template.compiledForm)
    return try #require(
      DocumentTemplate(compiledForm: form, of: package, name: template.name, environment: environment))
  }

  @Test("a template made again from its form holds the same to the last field", arguments: GoldenTests.names)
  func sameContents(_ name: String) throws {
    let golden = GoldenCase(try #require(TestFiles.text(CompressionTests.folder + "/" + name)))
    for format in OfficeFormat.allCases {
      guard let document = try GoldenDocument(golden, format) else { continue }
      // What is wrong before there is data has no form.
      guard let template = try? DocumentTemplate(document.package, name: name) else { continue }
      let again = try Self.again(template, document.package)
      #expect(TemplateShape.lines(again) == TemplateShape.lines(template))
      #expect(again.tags == template.tags)
      #expect(again.names == template.names)
      #expect(again.data == template.data)
      let options = RenderOptions(undefined: golden["lenient"] == nil ? .error : .lenient)
      let data = try document.data
      #expect(
        Result { () throws(TemplateError) in try again.render(data, options: options) }.described
          == Result { () throws(TemplateError) in try template.render(data, options: options) }.described)
    }
  }

  @Test("the forms of random templates give the same documents: 200 templates, 800 documents")
  func random() throws {
    for seed in 0..<200 {
      var document = RandomDocument(seed: UInt64(seed))
      let package = try WordFile.package(document.body)
      let template = try DocumentTemplate(package)
      let again = try Self.again(template, package)
      for _ in 0..<4 {
        let data = document.data()
        #expect(try again.render(data) == template.render(data), "seed \(seed)")
      }
    }
  }

  @Test("own filters, tests and functions are found again by their names")
  func ownFunctions() throws {
    var environment = Environment()
    environment.addFilter("shout", arguments: 0...0) { value, _ throws(ValueError) in
      .string(value.printed + "!")
    }
    let package = try WordFile.package("<w:p><w:r><w:t>{{ a | shout }}</w:t></w:r></w:p>")
    let template = try DocumentTemplate(package, environment: environment)
    #expect(try Self.again(template, package, environment).render(["a": "b"]) == template.render(["a": "b"]))
    let form = try #require(template.compiledForm)
    #expect(DocumentTemplate(compiledForm: form, of: package) == nil)
  }

  @Test("a form is good for one package, and for the delimiters and streamed lists it was compiled with")
  func conditions() throws {
    let package = try WordFile.package(Self.body)
    let form = try #require(try DocumentTemplate(package).compiledForm)
    #expect(DocumentTemplate(compiledForm: form, of: package) != nil)
    let other = try WordFile.package(Self.body + "<w:p/>")
    #expect(DocumentTemplate(compiledForm: form, of: other) == nil)
    var environment = Environment()
    environment.streamedNames = ["xs"]
    #expect(DocumentTemplate(compiledForm: form, of: package, environment: environment) == nil)
    environment.streamedNames = []
    environment.delimiters = try Delimiters("[[ ]] [% %] [# #]")
    #expect(DocumentTemplate(compiledForm: form, of: package, environment: environment) == nil)
  }

  @Test("a template that may include others has none, and is made of none")
  func including() throws {
    let package = try WordFile.package(Self.body)
    var environment = Environment()
    environment.templates = TemplateLoader { _ in nil }
    #expect(try DocumentTemplate(package, environment: environment).compiledForm == nil)
    let form = try #require(try DocumentTemplate(package).compiledForm)
    #expect(DocumentTemplate(compiledForm: form, of: package, environment: environment) == nil)
  }

  @Test("a damaged form is none, wherever the damage is")
  func damaged() throws {
    let package = try WordFile.package(Self.body)
    let form = try #require(try DocumentTemplate(package).compiledForm)
    for index in form.indices {
      var damaged = form
      damaged[index] ^= 0x10
      #expect(DocumentTemplate(compiledForm: damaged, of: package) == nil, "byte \(index)")
    }
    for count in stride(from: 0, to: form.count, by: 7) {
      #expect(DocumentTemplate(compiledForm: Array(form[..<count]), of: package) == nil)
    }
  }

  @Test("a forged form ends as a template or as nil: 20,000 with a checksum that holds")
  func forged() throws {
    let package = try WordFile.package(Self.body)
    let form = try #require(try DocumentTemplate(package).compiledForm)
    var random = SeededGenerator(seed: 11)
    var refused = 0
    for _ in 0..<20_000 {
      var forged = form
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        forged[Int.random(in: 8..<forged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      BinaryChecksum.enter(into: &forged)
      if DocumentTemplate(compiledForm: forged, of: package) == nil { refused += 1 }
    }
    #expect(refused > 1000)
  }
}

extension Result where Success == [UInt8], Failure == TemplateError {
  fileprivate init(_ body: () throws(TemplateError) -> [UInt8]) {
    do throws(TemplateError) {
      self = .success(try body())
    } catch {
      self = .failure(error)
    }
  }

  /// The document, or what is wrong in words.
  fileprivate var described: [String] {
    switch self {
    case .success(let bytes): ["\(bytes)"]
    case .failure(.faulty(let diagnostics)): diagnostics.map { $0.text(in: .english) }
    case .failure(let other): ["\(other)"]
    }
  }
}
