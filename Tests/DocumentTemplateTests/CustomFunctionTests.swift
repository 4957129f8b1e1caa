import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("filters, tests and functions of the program's own")
struct CustomFunctionTests {
  private func environment() -> Environment {
    var environment = Environment()
    environment.addFilter("masked", arguments: 0...0) { value, _ throws(ValueError) in
      .string(value.printed.prefix(3) + "****")
    }
    environment.addTest("long", arguments: 1...1) { value, arguments throws(ValueError) in
      .bool(value.printed.count > (Int(arguments.positional[0].printed) ?? 0))
    }
    environment.addGlobal("today", arguments: 0...0) { _, _ throws(ValueError) in .string("2022-01-07") }
    environment.addFilter("refusing", arguments: 0...1) { _, _ throws(ValueError) in
      throw ValueError(Message("refused", chinese: "不行", english: "not so"))
    }
    return environment
  }

  private func body(_ text: String, _ data: Mapping = [:]) throws -> String {
    let package = try WordFile.package("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>")
    return try PartText.body(of: try DocumentTemplate(package, environment: environment()).render(data))
  }

  private func codes(_ text: String, _ data: Mapping = [:]) -> [String] {
    do throws(TemplateError) {
      let package: OfficePackage
      do {
        package = try WordFile.package("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>")
      } catch { return ["\(error)"] }
      _ = try DocumentTemplate(package, environment: environment()).render(data)
      return []
    } catch {
      return error.diagnostics(file: nil).map(\.message.code)
    }
  }

  @Test("they are used as the built-in ones are, in chains and through map and select")
  func used() throws {
    #expect(try body("{{ x | masked }}", ["x": "13912345678"]).contains("139****"))
    #expect(try body("{{ [x] | map('masked') | join }}", ["x": "13912345678"]).contains("139****"))
    #expect(try body("{{ today() | date('yyyy年M月d日') }}").contains("2022年1月7日"))
    #expect(try body("{{ [x, 'a'] | select('long', 3) | list | length }}", ["x": "abcd"]).contains(">1<"))
    #expect(try body("{% if x is long(3) %}长{% endif %}", ["x": "abcd"]).contains("长"))
  }

  @Test("one may replace a built-in one; data of the same name as a function win")
  func replaced() throws {
    var environment = environment()
    environment.addFilter("upper", arguments: 0...0) { _, _ throws(ValueError) in .string("mine") }
    let package = try WordFile.package("<w:p><w:r><w:t>{{ 'a' | upper }}{{ today }}</w:t></w:r></w:p>")
    let document = try DocumentTemplate(package, environment: environment).render(["today": "heute"])
    #expect(try PartText.body(of: document).contains("mineheute"))
  }

  @Test("they may make any value, such as rich text")
  func richText() throws {
    var environment = Environment()
    environment.addFilter("red", arguments: 0...0) { value, _ throws(ValueError) in
      var format = TextFormat()
      format.bold = true
      return .object(RichText(value.printed, format))
    }
    let package = try WordFile.package("<w:p><w:r><w:t>{{ x | red }}</w:t></w:r></w:p>")
    let document = try DocumentTemplate(package, environment: environment).render(["x": "a"])
    #expect(try PartText.body(of: document).contains("<w:b/>"))
  }

  @Test("a function comes with the data as a callable object")
  func callable() throws {
    #expect(try body("{{ twice('ab') }}", ["twice": .object(Twice())]).contains("abab"))
  }

  @Test(
    "unknown ones and wrong numbers of arguments are known before there is data; what they throw is said at the tag"
  )
  func faults() {
    #expect(codes("{{ x | maskd }}", ["x": 1]) == ["unknown-filter"])
    #expect(codes("{{ x | masked(1) }}", ["x": 1]) == ["too-many-arguments"])
    #expect(codes("{{ x is long }}", ["x": 1]) == ["too-few-arguments"])
    #expect(codes("{{ x | refusing }}{{ x | refusing(1) }}", ["x": 1]) == ["refused", "refused"])
  }
}

private struct Twice: CallableObject {
  let typeName = "a function"

  func call(_ arguments: Arguments) throws(ValueError) -> Value {
    let text = arguments.positional.first?.printed ?? ""
    return .string(text + text)
  }
}
