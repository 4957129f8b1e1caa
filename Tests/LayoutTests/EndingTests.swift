import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("The end of a report")
struct EndingTests {
  static let width = 442.2
  static let line = 28.95

  static func picture(_ name: String) throws -> PictureData {
    let path = "\(TestFiles.projectFolder)/Tests/LayoutTests/Fixtures/\(name)"
    return try PictureData(try #require(TestFiles.bytes(path)))
  }

  @Test("sealed: the date is in by four characters, the name is centred over it")
  func sealed() throws {
    let printed = try Printed(try Reports.county(date: "2024-01-07"))
    let (name, date) = (try #require(try printed.signers.first), try printed.date)
    #expect(date.right == 64)
    #expect(date.layout?.alignment == .right)
    #expect(name.layout?.alignment == .center)
    // 2024年1月7日 is six characters wide, and five times a fifth for the space between scripts.
    #expect(abs((Self.width - name.left + name.right) / 2 - (64 + 16 * 7 / 2)) < 0.01)
    #expect(name.before == 57.9)
  }

  @Test(
    "the top of a seal of any size is within a line of the text, and name and date lie a little below its middle",
    arguments: [30, 38, 42, 45, 50, 60], ["云岭县人民政府", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县色帕巴依乡人民政府"])
  func sealTop(diameter: Int, agency: String) throws {
    let report = try Reports.county(
      signature: "  seal: s.png\n  seal_diameter: \(diameter)", agency: agency)
    let options = PrintOptions(pictures: ["s.png": try Self.picture("seal.png")])
    let printed = try Printed(report, options)
    let name = try #require(try printed.signers.first)
    let seal = try #require(try printed.date.pictures.first)
    let lines = agency.count > 20 ? 2.0 : 1
    let top = name.before + lines * Self.line + Double(seal.top.emu) / 12_700
    #expect(top > 0)
    #expect(top < Self.line)
    let millimetre = 72 / 25.4
    let middle = top + Double(diameter) * millimetre / 2
    let below = name.before + (lines + 1) * Self.line / 2 - middle
    #expect(below > 0)
    #expect(below < Self.line / 2)
    // Upright and over the middle of the date.
    let date = try printed.date
    let dateMiddle = Self.width - date.right - 16 * 7.5 / 2
    #expect(abs(Double(seal.left.emu) / 12_700 + Double(diameter) * millimetre / 2 - dateMiddle) < 0.02)
  }

  @Test("a name wider than the room over the date moves both to the left and stays in the text block")
  func longName() throws {
    let printed = try Printed(try Reports.county(agency: "云岭彝族自治县青龙街道办事处社区服务中心"))
    let (name, date) = (try #require(try printed.signers.first), try printed.date)
    #expect(date.right > 64)
    #expect(name.right >= 0)
    #expect(name.left >= 0)
    #expect(Self.width - name.left - name.right >= 20 * 16)
  }

  @Test(
    "without a seal: a line of space, the name in by two, the date two characters to the right of its start")
  func plain() throws {
    let printed = try Printed(try Reports.county(signature: "  mode: plain", agency: "云岭县色帕巴依乡人民政府"))
    let (name, date) = (try #require(try printed.signers.first), try printed.date)
    #expect(name.before == Self.line)
    #expect(name.right == 32)
    #expect(abs(name.left - (Self.width - 32 - 12 * 16)) < 0.01)
    #expect(abs(date.left - name.left - 32) < 0.01)
    #expect(date.layout?.alignment == .left)
  }

  @Test(
    "without a seal a date longer than the name is in by two, and the name begins two characters before it")
  func plainLongDate() throws {
    let printed = try Printed(
      try Reports.county(signature: "  mode: plain", agency: "云岭县政府", date: "2024-10-26"))
    let (name, date) = (try #require(try printed.signers.first), try printed.date)
    #expect(date.right == 32)
    #expect(date.layout?.alignment == .right)
    // 2024年10月26日: four and three characters and five spaces between scripts.
    #expect(abs(name.left - (Self.width - 32 - 8 * 16 - 32)) < 0.01)
  }

  @Test("with a stamp: two lines of space, the head's title two characters left of it, a line, the date")
  func stamp() throws {
    let report = try Reports.county(
      signature: "  mode: stamp\n  head_title: 县长\n  stamp: s.png\n  stamp_width: 40\n  stamp_height: 20")
    let printed = try Printed(report, PrintOptions(pictures: ["s.png": try Self.picture("stamp.png")]))
    let (title, date) = (try #require(try printed.signers.first), try printed.date)
    let (width, height) = (40 * 72 / 25.4, 20 * 72 / 25.4)
    #expect(title.plain == "县长")
    #expect(abs(title.right - (64 + width + 32)) < 0.01)
    // Half of the stamp is above the middle of the title's line, half below.
    #expect(abs(title.before - 2 * Self.line - (height - Self.line) / 2) < 0.01)
    #expect(abs(title.after - Self.line - (height - Self.line) / 2) < 0.01)
    #expect(date.right == 64)
    // A picture four times as wide as high fills the width and stands in the middle of the height.
    let picture = try #require(date.pictures.first)
    #expect(abs(Double(picture.left.emu) / 12_700 - (Self.width - 64 - width)) < 0.02)
    // Characters lie 2.5 points below the middle of their line.
    #expect(abs(Double(picture.top.emu) / 12_700 + Self.line + height / 2 + width / 8 - 2.5) < 0.02)
  }

  @Test(
    "seals side by side: three a row, none touching another, all in the text block",
    arguments: [2, 3, 4, 6, 7])
  func joint(count: Int) throws {
    let agencies = (1...count).map { "    - {name: 第\($0)个联合发文机关单位, seal: s.png}" }.joined(separator: "\n")
    let report = try Reports.county(signature: "  seal_diameter: 45\n  agencies:\n\(agencies)")
    let printed = try Printed(report, PrintOptions(pictures: ["s.png": try Self.picture("seal.png")]))
    // Names are broken where they are wider than a seal, the parts side by side on lines.
    let names = try printed.signers.map { $0.plain.split(separator: "\t").map(String.init) }
    #expect(names.allSatisfy { (1...3).contains($0.count) })
    #expect(
      try printed.signers.allSatisfy {
        ($0.layout?.centerTabs.count ?? 0) + 1 == $0.plain.split(separator: "\t").count
      })
    #expect(names.joined().joined().count == (1...count).reduce(0) { $0 + "第\($1)个联合发文机关单位".count })
    let seals = try printed.date.pictures.map {
      (x: Double($0.left.emu) / 12_700, y: Double($0.top.emu) / 12_700)
    }
    let diameter = 45 * 72 / 25.4
    #expect(seals.count == count)
    #expect(seals.allSatisfy { $0.x >= 0 && $0.x + diameter <= Self.width })
    for (index, one) in seals.enumerated() {
      for other in seals[(index + 1)...] {
        let (x, y) = (one.x - other.x, one.y - other.y)
        #expect((x * x + y * y).squareRoot() > diameter)
      }
    }
  }

  @Test("agencies that do not seal stand one below the other and begin at the same place")
  func jointPlain() throws {
    let report = try Reports.county(signature: "  mode: plain\n  agencies: [云岭县人民政府, 云岭县财政局]")
    let printed = try Printed(report)
    #expect(try printed.signers.map(\.plain) == ["云岭县人民政府", "云岭县财政局"])
    #expect(Set(try printed.signers.map(\.left)).count == 1)
  }

  @Test("the line for a hand follows the date on its page; without it there is none")
  func hand() throws {
    let with = try Printed(try Reports.county(signature: "  hand_signature: true"))
    #expect(try Printed.paragraphs(try with.ending["hand_signature"]).map(\.plain) == ["负责人（签字）："])
    #expect(try with.date.layout?.keepsWithNext == true)
    let without = try Printed(try Reports.county(signature: "  mode: plain"))
    #expect(try Printed.paragraphs(try without.ending["hand_signature"]).isEmpty)
    #expect(try without.date.layout?.keepsWithNext == nil)
  }

  @Test(
    "below the date there is room for what a seal reaches further, so that none is pressed on the page number",
    arguments: [30, 42, 45, 60])
  func room(diameter: Int) throws {
    let report = try Reports.county(signature: "  seal: s.png\n  seal_diameter: \(diameter)")
    let printed = try Printed(report, PrintOptions(pictures: ["s.png": try Self.picture("seal.png")]))
    let seal = try #require(try printed.date.pictures.first)
    let bottom = Double(seal.top.emu) / 12_700 + Double(diameter) * 72 / 25.4 - Self.line
    let below = try Printed.paragraphs(try printed.ending["hand_signature"])
    let room = Double(below.first?.layout?.lineHeight?.emu ?? 0) / 12_700
    #expect(room >= bottom - 2)
    let date = try printed.date
    #expect(below.isEmpty || date.layout?.keepsWithNext == true)
    #expect(below.allSatisfy { $0.plain.isEmpty })
  }

  @Test("the dotted circle shows in a draft that asks for it and nowhere else")
  func guide() throws {
    let asked = try Reports.county(signature: "  guide: true")
    #expect(try Printed(asked, PrintOptions(isDraft: true)).date.pictures.count == 1)
    #expect(try Printed(asked).date.pictures.isEmpty)
    #expect(try Printed(try Reports.county(), PrintOptions(isDraft: true)).date.pictures.isEmpty)
  }

  @Test("the files of pictures are named once, with the place that names them")
  func files() throws {
    let report = try Reports.county(
      signature: "  agencies:\n    - {name: 甲, seal: a.png}\n    - {name: 乙, seal: a.png, stamp: b.png}")
    #expect(report.pictureFiles.map(\.name) == ["a.png", "b.png"])
    #expect(report.pictureFiles.map(\.path) == ["signature.agencies[0].seal", "signature.agencies[1].stamp"])
  }
}
