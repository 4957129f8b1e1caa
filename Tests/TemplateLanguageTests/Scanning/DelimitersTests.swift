import Diagnostics
import TemplateLanguage
import Testing

@Suite("delimiters of one's own")
struct DelimitersTests {
  /// Text in the standard delimiters as it is with others.
  private static func translated(_ text: String, _ delimiters: String) -> String {
    let words = delimiters.split(separator: " ").map(String.init)
    var text = text
    for (standard, other) in zip(["{{", "}}", "{%", "%}", "{#", "#}"], words) {
      text = text.replacing(standard, with: other)
    }
    return text
  }

  private static func rendered(_ text: String, _ delimiters: Delimiters) throws -> String {
    var environment = Environment()
    environment.delimiters = delimiters
    return try TextTemplate(text, environment: environment).render(["a": "甲", "n": 3, "xs": [1, 2]])
  }

  private static func faults(_ text: String) throws -> [String] {
    var environment = Environment()
    environment.delimiters = try Delimiters("[[ ]] [% %] [# #]")
    do throws(FaultList) {
      _ = try TextTemplate(text, environment: environment)
      return []
    } catch {
      return error.faults.map { "\($0.message.code): \($0.message.english)" }
    }
  }

  static let choices = ["[[ ]] [% %] [# #]", "<: :> <% %> <# #>", "$[ ]$ @[ ]@ ![ ]!", "|| ~~ !! ;; ## @@"]

  @Test(
    "templates say what they say with the standard ones", arguments: choices,
    [
      "x {{ a }} y", "{% for x in xs %}{{ x }},{% endfor %}", "{# gone #}{{ n + 1 }}",
      "{%- if n > 2 -%} {{ a }} {%- endif -%}",
      "{{ {'k': {'j': a} }['k']['j'] }}", "{{ '}} %}' }}", "{% raw %}{% endraw %}{{ a }}",
      "{{ a | default('{{') }}",
      "{% set y = [[1], [2]] %}{{ y[1][0] }}", "{{ a}}{{a }}",
    ])
  func same(delimiters: String, text: String) throws {
    let expected = try Self.rendered(text, .standard)
    let own = Self.translated(text, delimiters)
    #expect(try Self.rendered(own, Delimiters(delimiters)) == Self.translated(expected, delimiters))
  }

  @Test("the standard ones are text then, and an underscore prints one's own")
  func text() throws {
    let own = try Delimiters("[[ ]] [% %] [# #]")
    #expect(
      try Self.rendered("{{ a }} {% if %} {# [[ a ]] [_[ ]_] [_% %_]", own)
        == "{{ a }} {% if %} {# 甲 [[ ]] [% %]")
    #expect(try Self.rendered("[% raw %][[ a ]][% endraw %][[ xs[0] ]]", own) == "[[ a ]]1")
  }

  @Test("what is wrong is said with one's own")
  func faulty() throws {
    #expect(
      try Self.faults("x [[ a")
        == ["unclosed-tag: the tag that begins with [[ is not closed by ]]"])
    #expect(
      try Self.faults("[[ a %]")
        == ["mismatched-delimiters: a tag that begins with [[ ends with %] instead of ]]"])
    #expect(try Self.faults("[# a").map { $0.prefix(12) } == ["unclosed-tag"])
    #expect(try Self.faults("[% if a %]").map { $0.prefix(14) } == ["unclosed-block"])
  }

  @Test(
    "delimiters that would not do are refused",
    arguments: [
      ("", "there must be six delimiters with blanks between them, not 0"),
      ("[[ ]] [% %]", "there must be six delimiters with blanks between them, not 4"),
      ("[[ ]] [% %] [# #] x", "there must be six delimiters with blanks between them, not 7"),
      ("[ ] [% %] [# #]", "`[` can't be a delimiter"),
      ("[[[ ]] [% %] [# #]", "`[[[` can't be a delimiter"),
      ("aa ]] [% %] [# #]", "`aa` can't be a delimiter"),
      ("【 】 [% %] [# #]", "`【` can't be a delimiter"),
      ("'' ]] [% %] [# #]", "`''` can't be a delimiter"),
      ("[[ ]] [[ %] [# #]", "the delimiter `[[` is there twice"),
      ("[[ %] [% %] [# #]", "the delimiter `%]` is there twice"),
    ])
  func refused(text: String, message: String) {
    #expect {
      try Delimiters(text)
    } throws: { error in
      guard let error = error as? DelimiterError else { return false }
      return error.message.code == "delimiters" && error.message.english.hasPrefix(message)
        && error.message.hint != nil
    }
  }
}
