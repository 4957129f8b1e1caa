import Diagnostics
import Synchronization
import TemplateLanguage
import Testing

/// A streamed list of numbers, in which one may fail.
private struct Numbers: StreamedList {
  let count: Int
  var failing: Set<Int> = []

  func makeReader() throws(ValueError) -> any ElementReader { Reader(self) }

  private final class Reader: ElementReader {
    private let numbers: Numbers
    private let count = Mutex(0)

    init(_ numbers: Numbers) { self.numbers = numbers }

    func next() throws(ValueError) -> Value? {
      let number = count.withLock { count in
        count += 1
        return count
      }
      guard number <= numbers.count else { return nil }
      if numbers.failing.contains(number) {
        throw ValueError(Message("bad", chinese: "坏", english: "number \(number) is bad"))
      }
      return .int(number)
    }
  }
}

/// Lists that are read as a loop goes through them.
struct StreamedListTests {
  /// What a template makes of such a list called `xs`, and behind it what is wrong.
  private static func run(_ text: String, _ numbers: Numbers = Numbers(count: 3)) -> String {
    var environment = Environment()
    environment.streamedNames = ["xs"]
    do throws(FaultList) {
      let template = try TextTemplate(text, environment: environment)
      let (text, faults) = template.attempt(["xs": .object(numbers), "n": 1])
      return text + faults.map { "!\($0.message.english) [\($0.message.code)]" }.joined()
    } catch {
      return error.faults.map { "!\($0.message.english) [\($0.message.code)]" }.joined()
    }
  }

  @Test("a loop knows its place, whether it is first or last, and its neighbours")
  func members() {
    let text =
      "{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }} {% endfor %}"
    #expect(Self.run(text) == "10TrueFalse 21FalseFalse 32FalseTrue ")
    let neighbours =
      "{% for x in xs %}({{ loop.previtem | default('-') }}{{ x }}{{ loop.nextitem | default('-') }}){% endfor %}"
    #expect(Self.run(neighbours) == "(-12)(123)(23-)")
    #expect(Self.run(neighbours, Numbers(count: 1)) == "(-1-)")
    #expect(Self.run("{% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}") == "aba")
  }

  @Test("no elements are the loop's else; break, continue and inner loops are as ever; each loop reads anew")
  func loops() {
    let otherwise = "{% for x in xs %}{{ x }}{% else %}none{% endfor %}"
    #expect(Self.run(otherwise, Numbers(count: 0)) == "none")
    let skipping = "{% for x in xs %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% endfor %}"
    #expect(Self.run(skipping, Numbers(count: 4)) == "134")
    #expect(Self.run("{% for x in xs %}{{ x }}{% break %}{% endfor %}") == "1")
    let nested = "{% for x in xs %}{{ x }}{% for y in xs %}{{ y }}{% endfor %} {% endfor %}"
    #expect(Self.run(nested) == "1123 2123 3123 ")
    let inner = "{% for x in xs %}{% for y in [1, 2] %}{{ loop.length }}{% endfor %}{% endfor %}"
    #expect(Self.run(inner) == "222222")
  }

  @Test("elements that can't be read are all reported")
  func failures() {
    let text = "{% for x in xs %}{% endfor %}"
    #expect(
      Self.run(text, Numbers(count: 5, failing: [2, 4])) == "!number 2 is bad [bad]!number 4 is bad [bad]")
    #expect(Self.run(text, Numbers(count: 5, failing: [1])) == "!number 1 is bad [bad]")
  }

  @Test(
    "what needs all elements at once is found when the template is compiled",
    arguments: [
      "{{ xs | length }}", "{{ xs[0] }}", "{% if xs %}{% endif %}", "{{ xs | sort }}", "{{ n in xs }}",
      "{{ xs.y }}",
      "{% set ys = xs %}", "{{ xs }}", "{% for x in xs | reverse %}{% endfor %}",
      "{% for x in xs if x %}{% endfor %}",
      "{% for x in xs recursive %}{% endfor %}", "{% for x in xs %}{{ loop.length }}{% endfor %}",
      "{% for x in xs %}{{ loop.revindex }}{% endfor %}", "{% for x in xs %}{% set l = loop %}{% endfor %}",
      "{% for x in xs %}{% if loop.revindex0 == 1 %}{% endif %}{% endfor %}",
    ])
  func refused(_ text: String) {
    let faults = Self.run(text).split(separator: "!")
    #expect(!faults.isEmpty)
    for fault in faults { #expect(fault.hasSuffix("[streamed]")) }
  }

  @Test("a variable of the same name is no streamed list")
  func shadowed() {
    #expect(Self.run("{% for xs in [[1, 2]] %}{{ xs | length }}{% endfor %}") == "2")
    #expect(Self.run("{% with xs = [5] %}{{ xs[0] }}{% endwith %}") == "5")
  }
}
