import Diagnostics
import OfficeDocument
import Testing
import ZipArchive

@Suite("Copying of packages")
struct CopyingTests {
  /// Bytes that compress, each level differently.
  private let picture = Array(String(repeating: "picture data, ", count: 500).utf8)

  private func archive() throws -> [UInt8] {
    var writer = try ZipWriter()
    for file in wordFiles() { try writer.add(file.name, file.bytes) }
    try writer.add("word/media/a.png", picture, .deflate(level: 1))
    try writer.add("word/media/b.png", picture, .stored)
    return try writer.finish()
  }

  @Test("entries that are not replaced keep their compressed bytes")
  func raw() throws {
    let source = try OfficePackage(try archive())
    let new = try OfficePackage.compress(Array("<a/>".utf8), as: "word/document.xml")
    let copy = try OfficePackage(try source.write(replacing: ["word/document.xml": new]))
    #expect(copy.entries.map(\.name) == source.entries.map(\.name))
    for (old, now) in zip(source.entries, copy.entries) where old.name != "word/document.xml" {
      #expect(now.data == old.data, "\(old.name)")
    }
    #expect(copy.entries.last?.data.method == .stored)
    #expect(try copy.text(of: "word/document.xml") == "<a/>")
  }

  @Test("the same package is written as the same bytes, and so is a copy of the copy")
  func reproducible() throws {
    let package = try OfficePackage(try archive())
    let once = try package.write(replacing: [:])
    #expect(try package.write(replacing: [:]) == once)
    #expect(try OfficePackage(once).write(replacing: [:]) == once)
    #expect(
      try OfficePackage(files: wordFiles()).write(replacing: [:])
        == OfficePackage(files: wordFiles()).write(replacing: [:]))
  }

  @Test("folder entries are left out")
  func folders() throws {
    var writer = try ZipWriter()
    try writer.add("word/", [], .stored)
    for file in wordFiles() { try writer.add(file.name, file.bytes) }
    let package = try OfficePackage(try writer.finish())
    #expect(package.entries.allSatisfy { !$0.name.hasSuffix("/") })
    #expect(package.entries.count == 3)
  }

  @Test("an entry that is not there is an error that names it")
  func missing() throws {
    let package = try OfficePackage(files: wordFiles())
    let error = #expect(throws: OfficeError.self) { try package.bytes(of: "word/none.xml") }
    #expect(error?.part == "word/none.xml" && error?.message.code == "missing-part")
  }

  @Test("a damaged entry is found when the package is opened, though nobody reads it")
  func damaged() throws {
    var bytes = try archive()
    let place = try #require(bytes.lastRange(of: Array("picture data, picture".utf8)))
    bytes[place] ^= 1
    let error = #expect(throws: OfficeError.self) { try OfficePackage(bytes) }
    #expect(error?.part == "word/media/b.png")
  }

  @Test("limits of the archive hold for packages")
  func limits() throws {
    let bytes = try archive()
    #expect(throws: OfficeError.self) { try OfficePackage(bytes, limits: ZipLimits(entries: 2)) }
    #expect(throws: OfficeError.self) { try OfficePackage(bytes, limits: ZipLimits(entryBytes: 100)) }
  }
}

extension [UInt8] {
  /// Where `other` begins for the last time.
  fileprivate func lastRange(of other: [UInt8]) -> Int? {
    indices.dropLast(other.count - 1).last { self[$0..<($0 + other.count)].elementsEqual(other) }
  }
}
