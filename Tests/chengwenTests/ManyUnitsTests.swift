import TestSupport
import Testing

@Suite("chengwen rollup of two hundred units")
struct ManyUnitsTests {
  private static let python = "\(TestFiles.projectFolder)/.build/venv/bin/python"
  private static let hasYAML = Command([python, "-c", "import yaml"]).status == 0

  private static func run(_ arguments: [String], in scratch: ScratchFolder) -> Command {
    Command(
      ["\(TestFiles.productsFolder)/chengwen"] + arguments, in: scratch.path, environment: ["LC_ALL": "C"])
  }

  @Test("the sums are those that Python reckons, each amount with all its places", .enabled(if: hasYAML))
  func independentSum() {
    let scratch = ScratchFolder()
    var files = UnitFiles()
    let names = files.write(200, to: scratch)
    let result = Self.run(["rollup"] + names + ["-o", "sum.yaml", "--agency", "某县"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let script = "\(TestFiles.projectFolder)/Tests/Scripts/sum_units.py"
    let judged = Command([Self.python, script, "sum.yaml"] + names, in: scratch.path)
    #expect(judged.output == "200 figures of 200 units\n", "\(judged.output)\(judged.errors)")
  }

  @Test(
    "a unit whose figures can't be right is named with its file; in the county's report it is named first")
  func wrongUnit() throws {
    let scratch = ScratchFolder()
    var files = UnitFiles()
    let names = files.write(200, to: scratch)
    #expect(Self.run(["rollup"] + names + ["-o", "county.yaml", "--agency", "某县"], in: scratch).status == 0)
    fillIn(scratch)
    // One digit typed wrong: 自然人 of 一、本年新收 is 100000 too great.
    let text = String(decoding: scratch.bytes("u117.json"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "\"new\": ["))
    let digits = text[start.upperBound...].prefix { $0 != "," }
    let wrong = try #require(Int(digits)) + 100_000
    scratch.write(
      "u117.json", Array((text[..<start.upperBound] + String(wrong) + text[digits.endIndex...]).utf8))
    let result = Self.run(["rollup"] + names + ["--check-total", "county.yaml"], in: scratch)
    #expect(result.status == 1)
    for rule in ["[row-total]", "[balance]"] {
      #expect(
        result.errors.split(separator: "\n").contains { $0.hasPrefix("u117.json") && $0.hasSuffix(rule) })
    }
    let lines = result.errors.split(separator: "\n")
    let difference = try #require(lines.firstIndex { $0.hasSuffix("a difference of -100000 [rollup]") })
    #expect(lines[difference].contains("“自然人” of “一、本年新收政府信息公开申请数量”"))
    #expect(lines[difference + 1] == "    hint: look first at: 第117号单位")
    #expect(lines.count { $0.hasSuffix("[rollup]") } == 1)
  }

  @Test("a unit that the county's report leaves out, or has twice, is named as a whole")
  func leftOut() {
    let scratch = ScratchFolder()
    var files = UnitFiles()
    let names = files.write(40, to: scratch)
    let most = names.filter { $0 != "u023.json" }
    #expect(Self.run(["rollup"] + most + ["-o", "county.yaml", "--agency", "某县"], in: scratch).status == 0)
    fillIn(scratch)
    let result = Self.run(
      ["rollup"] + names + ["--check-total", "county.yaml", "--language", "zh"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("处差数正好是第023号单位的各数：汇总表里漏了这个单位 [rollup]"))
    let fewer = names.filter { $0 != "u009.json" }
    scratch.write(
      "again.json",
      Array(
        String(decoding: scratch.bytes("u009.json"), as: UTF8.self).replacing("第009号", with: "第999号").utf8))
    #expect(
      Self.run(
        ["rollup"] + names + ["again.json", "-o", "twice.yaml", "--agency", "某县"], in: scratch
      ).status == 0)
    fillIn(scratch, "twice.yaml")
    let twice = Self.run(
      ["rollup"] + fewer + ["u009.json", "--check-total", "twice.yaml", "--language", "zh"], in: scratch)
    #expect(twice.errors.contains("处差数正好是第009号单位的各数：汇总表里这个单位加了两次 [rollup]"))
  }

  /// Writes what a person would into the county's report, so that it is read.
  private func fillIn(_ scratch: ScratchFolder, _ name: String = "county.yaml") {
    let text = String(decoding: scratch.bytes(name), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("date:") { return "date: 2024-02-01" }
      let dash = line.drop { $0 == " " }
      guard dash.hasPrefix("-"), dash.dropFirst().allSatisfy({ $0 == " " }) || dash.contains(" # ") else {
        return String(line)
      }
      return line.prefix { $0 == " " } + "- 本报告的统计期限自2023年1月1日至12月31日止，未收取信息处理费，电话：0871-60000000。"
    }
    scratch.write(name, Array(lines.joined(separator: "\n").utf8))
  }
}
