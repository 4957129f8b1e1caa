import Diagnostics
import DocumentTemplate
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("Documents turned into PDF")
struct ConvertingTests {
  /// A program that takes LibreOffice's place.
  private static func program(_ script: String, in folder: ScratchFolder) -> String {
    folder.write("soffice", Array("#!/bin/sh\n\(script)\n".utf8))
    _ = Command(["chmod", "+x", "\(folder.path)/soffice"])
    return "\(folder.path)/soffice"
  }

  private static func document(_ format: OfficeFormat = .odt) throws -> LibreOffice.Document {
    let template = try #require(try BuiltInForms.template(edition: "2021", format))
    let bytes = try template.render(try Reports.county().printValues())
    return LibreOffice.Document(name: "r.\(format.rawValue)", bytes: bytes, format: format)
  }

  private static func code(_ convert: () throws(ConversionError) -> Void) -> String? {
    do throws(ConversionError) {
      try convert()
      return nil
    } catch {
      return error.message.code
    }
  }

  @Test("a program that is not there, or can't be run, is said")
  func missing() {
    let folder = ScratchFolder()
    folder.write("plain", Array("text".utf8))
    for path in ["/nowhere/soffice", "\(folder.path)/plain", folder.path] {
      #expect(Self.code { () throws(ConversionError) in _ = try LibreOffice(at: path) } == "no-libreoffice")
    }
  }

  @Test("all documents go through one run, with a profile of its own, in their order")
  func oneRun() throws {
    let folder = ScratchFolder()
    let office = try LibreOffice(
      at: Self.program(
        """
        echo "$@" >> \(folder.path)/runs
        while [ "$1" != --outdir ]; do shift; done
        out=$2; shift 2
        for file; do name=$(basename "$file"); printf '%%PDF-1.7 %s' "$name" > "$out/${name%.*}.pdf"; done
        """, in: folder))
    let document = try Self.document()
    let pdfs = try office.convert([document, document, try Self.document(.docx)])
    #expect(
      pdfs.map { String(decoding: $0, as: UTF8.self) } == [
        "%PDF-1.7 0.odt", "%PDF-1.7 1.odt", "%PDF-1.7 2.docx",
      ])
    let runs = String(decoding: folder.bytes("runs"), as: UTF8.self)
    #expect(runs.split(separator: "\n").count == 1)
    #expect(runs.hasPrefix("-env:UserInstallation=file:///"))
    #expect(try office.convert([]).isEmpty)
  }

  @Test("a program that takes too long is stopped with all that it started")
  func timeout() throws {
    let folder = ScratchFolder()
    let office = try LibreOffice(
      at: Self.program("(sleep 3; echo late > \(folder.path)/late) & wait", in: folder))
    let document = try Self.document()
    let code = Self.code { () throws(ConversionError) in _ = try office.convert([document], seconds: 1) }
    #expect(code == "conversion-timeout")
    _ = Command(["sleep", "3"])
    #expect(!TestFiles.names(in: folder.path).contains("late"))
  }

  @Test("a document that does not become a PDF is named, whatever the exit status")
  func unconverted() throws {
    let folder = ScratchFolder()
    let document = try Self.document()
    for script in [
      "exit 0", "exit 7", "kill -9 $$",
      "while [ \"$1\" != --outdir ]; do shift; done; echo no PDF > \"$2/0.pdf\"",
    ] {
      let office = try LibreOffice(at: Self.program(script, in: folder))
      #expect(
        Self.code { () throws(ConversionError) in _ = try office.convert([document]) } == "not-converted")
    }
  }

  @Test("fonts that the document names and the PDF has not are named, those it has under other names are not")
  func fonts() throws {
    func said(_ names: [String]) throws -> String? {
      let pdf = Array("%PDF-1.7 \(names.map { "<</Type/Font/BaseFont/\($0)/Subtype/Type0>>" }.joined())".utf8)
      return try DocumentFonts.substitutions(in: try Self.document().bytes, pdf: pdf)?.chinese
    }
    let office = [
      "AAAAAA+TimesNewRomanPSMT", "BAAAAA+FangSong_GB2312", "SimHei", "CAAAAA+SimSun", "KaiTi_GB2312",
      "FZXBSJW--GB1-0",
    ]
    #expect(try said(office) == nil)
    let without = try #require(try said(office.filter { $0 != "SimHei" } + ["DAAAAA+NotoSansCJKsc-Regular"]))
    #expect(without.contains("黑体"))
    #expect(without.contains("NotoSansCJKsc-Regular"))
    #expect(!without.contains("仿宋_GB2312"))
    #expect(try said(["#46angSong"])?.contains("仿宋_GB2312") == false)
    #expect(try said([]) == Optional("看不出 PDF 用了哪些字体，请自行核对"))
  }

  @Test("what is no document has no fonts")
  func noDocument() {
    #expect(throws: OfficeError.self) {
      _ = try DocumentFonts.substitutions(in: [1, 2, 3], pdf: Array("/BaseFont/X ".utf8))
    }
  }
}
