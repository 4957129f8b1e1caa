import Glibc
import TestSupport
import Testing

@testable import ZipArchive

/// Archives written to files, and entries that lie in spools.
struct SpoolTests {
  /// Bytes that compress neither well nor badly.
  static func content(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...15, using: &random) }
  }

  static func open(_ path: String) -> Int32 { unsafe Glibc.open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600) }

  @Test(
    "an archive in a file has the bytes of one in memory, whatever its size",
    arguments: [0, 1, 5000, 700_000])
  func file(_ size: Int) throws {
    let scratch = ScratchFolder()
    let file = Self.open(scratch.path + "/a.zip")
    defer { Glibc.close(file) }
    var onDisk = try ZipWriter(to: file)
    var inMemory = try ZipWriter()
    for name in ["mimetype", "b/c.xml", "d"] {
      try onDisk.add(name, Self.content(size), .deflate(level: 6))
      try inMemory.add(name, Self.content(size), .deflate(level: 6))
    }
    try onDisk.close()
    #expect(scratch.bytes("a.zip") == (try inMemory.finish()))
  }

  @Test(
    "an entry from a spool has its head and all that was appended", arguments: [0, 10, 900_000, 3_000_000])
  func spooled(_ size: Int) throws {
    let scratch = ScratchFolder()
    let content = Self.content(size)
    let spool = Spool(in: scratch.path)
    for start in stride(from: 0, to: size, by: 70_000) {
      try spool.append(Array(content[start..<min(size, start + 70_000)]))
    }
    #expect(spool.count == size)
    // The file has no name.
    #expect(TestFiles.names(in: scratch.path, hidden: true) == [])
    let file = Self.open(scratch.path + "/a.zip")
    defer { Glibc.close(file) }
    var writer = try ZipWriter(to: file)
    try writer.add("plain", SpooledData(head: [1, 2, 3], spool, .plain(level: 6)))
    let packed = try CompressedData(content)
    let packedSpool = Spool(in: scratch.path)
    try packedSpool.append(packed.bytes)
    try writer.add("packed", SpooledData(packedSpool, .deflated(size: size, crc32: packed.crc32)))
    try writer.close()
    let reader = try ZipReader(scratch.bytes("a.zip"), limits: ZipLimits(ratio: .max))
    #expect(try reader.read(0) == [1, 2, 3] + content)
    #expect(try reader.read(1) == content)
  }

  @Test("a full disk, a file that can't be written and a folder that isn't there are errors")
  func failures() throws {
    let full = unsafe Glibc.open("/dev/full", O_WRONLY)
    defer { Glibc.close(full) }
    #expect(Self.code { () throws(ZipError) in try Self.write(to: full) } == "zip-unwritable")
    let scratch = ScratchFolder()
    scratch.write("r.zip", [])
    let readable = unsafe Glibc.open(scratch.path + "/r.zip", O_RDONLY)
    defer { Glibc.close(readable) }
    #expect(Self.code { () throws(ZipError) in try Self.write(to: readable) } == "zip-unwritable")
    let spool = Spool(in: scratch.path + "/none")
    let many = Self.content(2_000_000)
    #expect(Self.code { () throws(ZipError) in try spool.append(many) } == "zip-no-room")
    #expect(Self.code { () throws(ZipError) in try ZipWriter(to: full).close() } == "zip-no-entries")
  }

  private static func write(to file: Int32) throws(ZipError) {
    var writer = try ZipWriter(to: file)
    try writer.add("a", content(100))
    try writer.close()
  }

  private static func code(_ body: () throws(ZipError) -> Void) -> String? {
    do throws(ZipError) {
      try body()
      return nil
    } catch {
      return error.code
    }
  }
}
