import DataFiles
import Diagnostics
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing
import XMLTree

/// Any template that compiles gives, with any data of its shape, a document without faults.
@Suite("random templates")
struct RandomDrawingTests {
  private static let count: UInt64 = 300
  /// How many documents of a format the validators judge, and LibreOffice opens.
  private static let judged = 60
  private static let opened = 6

  /// The seeds to try; a list in CHENGWEN_SEEDS takes their place, to look into what failed.
  private static let seeds: [UInt64] = {
    guard let named = unsafe getenv("CHENGWEN_SEEDS") else { return Array(0..<count) }
    return unsafe String(cString: named).split(separator: ",").compactMap { UInt64($0) }
  }()

  @Test("any data give documents whose structure is whole, and both formats say the same")
  func whole() throws {
    var (compiled, refused) = (0, 0)
    let folder = ScratchFolder()
    var files: [OfficeFormat: [String]] = [:]
    for seed in Self.seeds {
      var random = RandomDrawing(seed: seed)
      let packages = [try random.drawing.word(), try random.drawing.openDocument()]
      let templates = packages.map { package in Result { try DocumentTemplate(package) } }
      guard case .success(let word) = templates[0], case .success(let openDocument) = templates[1] else {
        refused += 1
        for case .failure(let error) in templates { try Self.expectKnown(error, seed) }
        continue
      }
      compiled += 1
      for _ in 0..<2 {
        let data = try Self.mapping(random.data())
        let documents = [try word.render(data), try openDocument.render(data)]
        var texts: [[String]] = []
        for (bytes, format) in zip(documents, [OfficeFormat.docx, .odt]) {
          let package = try OfficePackage(bytes)
          let entry = format == .docx ? "word/document.xml" : "content.xml"
          let faults = StructureFaults.of(try XMLTree(parsing: package.bytes(of: entry)).root, format)
          #expect(faults == [], "seed \(seed), \(format)")
          texts.append(Self.lines(of: try package.plainText()))
          if files[format, default: []].count < Self.judged {
            let name = "\(seed)-\(files[format, default: []].count).\(format.rawValue)"
            folder.write(name, bytes)
            files[format, default: []].append(folder.path + "/" + name)
          }
        }
        #expect(texts[0] == texts[1], "seed \(seed)")
      }
    }
    // So that no change of the generator makes this a test of nothing.
    #expect(compiled > Self.seeds.count * 9 / 10, "\(refused) refused")
    if Validators.areHere {
      for (format, paths) in files {
        #expect(Validators.findings(in: paths, format: format.rawValue) == "")
      }
      if Validators.sdkIsHere { #expect(Validators.sdkFindings(in: files[.docx] ?? []) == "") }
    }
    try Self.expectOpened(files, folder)
  }

  /// The lines with something in them; OpenDocument folds the blanks of a template.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { line in
      (line.hasPrefix("\t") ? "\t" : "") + line.split { $0.isWhitespace }.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// LibreOffice must make a page of each.
  private static func expectOpened(_ files: [OfficeFormat: [String]], _ folder: ScratchFolder) throws {
    guard Command(["sh", "-c", "command -v soffice"]).status == 0 else { return }
    for (format, all) in files {
      let step = max(1, all.count / Self.opened)
      let paths = all.indices.filter { $0 % step == 0 }.map { all[$0] }
      let pages = folder.path + "/\(format.rawValue)-pages"
      let result = Command(
        [
          "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
          "pdf",
          "--outdir", pages,
        ] + paths)
      let made = TestFiles.names(in: pages).filter { $0.hasSuffix(".pdf") }
      #expect(made.count == paths.count, "\(result.errors)")
    }
  }

  /// What a random template may be refused for: a tag beside others that would come and go with its block.
  private static func expectKnown(_ error: any Error, _ seed: UInt64) throws {
    guard case TemplateError.faulty(let diagnostics) = error else { throw error }
    for one in diagnostics where !["text-beside-block-tag"].contains(one.message.code) {
      Issue.record("seed \(seed): \(one.text(in: .english))")
    }
  }

  private static func mapping(_ data: String) throws -> Mapping {
    guard case .mapping(let mapping) = try DataFile.read(Array(data.utf8), name: "data.yaml").value else {
      return Mapping()
    }
    return try DocumentValues.resolve(mapping) { _ in SmallPicture.png }
  }
}
