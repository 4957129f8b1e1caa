import Diagnostics
public import ZipArchive

/// An entry's bytes as they lie in the archive.
public typealias CompressedPart = CompressedData

extension CompressedPart {
  /// A deflate stream (RFC 1951), with the size and the CRC-32 of what it unpacks to.
  public init(deflated bytes: [UInt8], size: Int, crc32: UInt32) {
    self.init(method: .deflate, bytes: bytes, uncompressedSize: size, crc32: crc32)
  }
}

/// A .docx or .odt as its entries, each still compressed; immutable, so that many tasks may share it.
public struct OfficePackage: Sendable {
  /// One entry of the package: a part, or what describes the parts.
  public struct Entry: Sendable {
    /// The name in the archive, without a leading slash: `word/document.xml`.
    public let name: String
    public let data: CompressedData
    /// What it unpacks to, while that is kept.
    let unpacked: [UInt8]?

    init(name: String, data: CompressedData, unpacked: [UInt8]? = nil) {
      self.name = name
      self.data = data
      self.unpacked = unpacked
    }
  }

  public let format: OfficeFormat
  /// The entries in the order they are written in.
  public let entries: [Entry]
  /// What was left out when reading, such as a signature that a changed document would break.
  public let droppedEntries: [String]
  private let positions: [String: Int]
  /// The relationships in the entries that hold some; an OpenDocument file has none.
  let relationships: [String: Relationships]

  /// Reads an archive. Every entry is unpacked once, so that a broken one is found here and not in Word.
  ///
  /// - Throws: `OfficeError` for what is no package, is hostile, encrypted, or not a text document.
  public init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(OfficeError) {
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw OfficeError(.compoundFile) }
    var entries: [Entry] = []
    do throws(ZipError) {
      let reader = try ZipReader(bytes, limits: limits)
      for (index, entry) in reader.entries.enumerated() where !entry.isFolder {
        var unpacked: [UInt8]?
        if Self.isAskedFor(entry.name) {
          unpacked = try reader.read(index)
        } else {
          try reader.verify(index)
        }
        entries.append(
          Entry(name: entry.name, data: try reader.readCompressed(index), unpacked: unpacked))
      }
    } catch {
      throw OfficeError(error)
    }
    try self.init(entries: entries)
  }

  /// Reads an archive that ``init(_:limits:)`` has read before: what lies in its entries is taken to be sound.
  ///
  /// - Throws: `OfficeError` as it does, but for damaged entries that nobody reads.
  package init(knownArchive bytes: [UInt8]) throws(OfficeError) {
    let found: [(entry: ZipEntry, data: CompressedData)]
    do throws(ZipError) {
      found = try ZipReader.compressed(bytes)
    } catch {
      throw OfficeError(error)
    }
    try self.init(
      entries: found.filter { !$0.entry.isFolder }.map { Entry(name: $0.entry.name, data: $0.data) })
  }

  /// Whether an entry is read by nearly all who read a package; not pictures and the like, nor Word's style sheets, which
  /// are large, and only some values need.
  private static func isAskedFor(_ name: String) -> Bool {
    (name.hasSuffix(".xml") || name.hasSuffix(".rels"))
      && name != "word/styles.xml" && name != "word/stylesWithEffects.xml"
  }

  /// Makes a package of unpacked files, such as a template kept as a folder.
  ///
  /// - Parameter files: names relative to the package's root, with their bytes.
  /// - Throws: `OfficeError` as for an archive.
  public init(files: [(name: String, bytes: [UInt8])]) throws(OfficeError) {
    var entries: [Entry] = []
    for file in files {
      entries.append(Entry(name: file.name, data: try Self.compress(file.bytes, as: file.name)))
    }
    try self.init(entries: entries)
  }

  private init(entries: [Entry]) throws(OfficeError) {
    let names = Set(entries.map(\.name))
    if names.contains(ContentTypes.entry) {
      (self.format, self.entries, self.droppedEntries, relationships) = try Self.prepareWord(entries)
    } else if names.contains(Manifest.entry) || names.contains("mimetype") {
      (self.format, self.entries, self.droppedEntries) = try Self.prepareOpenDocument(entries)
      relationships = [:]
    } else {
      throw OfficeError(names.contains("word/document.xml") ? .noContentTypes : .unknownPackage)
    }
    positions = Dictionary(
      self.entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private init(packing package: OfficePackage) {
    format = package.format
    entries = package.entries.map { Entry(name: $0.name, data: $0.data) }
    droppedEntries = package.droppedEntries
    positions = package.positions
    relationships = package.relationships
  }

  /// The package with nothing kept that its entries unpack to, for what is to last.
  package var packed: OfficePackage { OfficePackage(packing: self) }

  /// Each entry's name with the CRC-32 of its unpacked bytes, by which packages can be told apart.
  public var checksums: [(name: String, crc32: UInt32)] { entries.map { ($0.name, $0.data.crc32) } }

  /// Whether there is an entry called `name`.
  public func contains(_ name: String) -> Bool { positions[name] != nil }

  /// An entry's bytes as they lie in the archive; nil if there is none.
  public func compressed(_ name: String) -> CompressedPart? { positions[name].map { entries[$0].data } }

  /// The unpacked size of an entry in bytes; nil if there is none.
  public func size(of name: String) -> Int? { positions[name].map { entries[$0].data.uncompressedSize } }

  /// The unpacked bytes of an entry.
  ///
  /// - Throws: `OfficeError` if there is none.
  public func bytes(of name: String) throws(OfficeError) -> [UInt8] {
    guard let position = positions[name] else { throw OfficeError(part: name, .missingPart(name)) }
    return try Self.unpack(entries[position])
  }

  /// Writes the package with some entries replaced; all others are copied compressed as they are.
  ///
  /// - Parameter changed: new bytes by entry name; each name must be an entry of the package.
  public func write(replacing changed: [String: CompressedData]) throws(OfficeError) -> [UInt8] {
    do throws(ZipError) {
      var writer = try ZipWriter()
      for entry in entries {
        try writer.add(entry.name, changed[entry.name] ?? entry.data)
      }
      return try writer.finish()
    } catch {
      throw OfficeError(error)
    }
  }

  /// Writes the package to an open, empty file, with some entries replaced and others added; what describes the
  /// entries is brought up to date.
  ///
  /// - Parameters:
  ///   - changed: new bytes by entry name; each name must be an entry of the package.
  ///   - spooled: the same for those too long to be held.
  ///   - additions: what is new.
  ///   - descriptor: the file, which stays the caller's and is not flushed.
  /// - Throws: `OfficeError` if an added entry's name is taken, what describes the entries is not XML, or the file
  ///   can't be written.
  public func write(
    replacing changed: [String: CompressedPart], spooled: [String: SpooledPart],
    adding additions: PackageAdditions, to descriptor: Int32
  ) throws(OfficeError) {
    let (changed, added) = try described(changed, additions)
    let names = additions.newNames
    do throws(ZipError) {
      var writer = try ZipWriter(to: descriptor)
      for entry in entries {
        let name = names[entry.name] ?? entry.name
        if let part = spooled[entry.name] {
          try writer.add(name, part.data)
        } else {
          try writer.add(name, changed[entry.name] ?? entry.data)
        }
      }
      for entry in added { try writer.add(entry.name, entry.data) }
      try writer.close()
    } catch {
      throw OfficeError(error)
    }
  }

  /// Compresses an entry's new bytes at one of zlib's levels; an ODF `mimetype` is stored (ODF 1.3 part 2, 3.3).
  public static func compress(
    _ bytes: [UInt8], as name: String, level: Int = 6
  ) throws(OfficeError) -> CompressedData {
    do throws(ZipError) {
      return try CompressedData(bytes, name == "mimetype" ? .stored : .deflate(level: level))
    } catch {
      throw OfficeError(error)
    }
  }

  /// The entries with `names` in front, in that order, and the rest as they were.
  static func ordered(_ entries: [Entry], first names: [String]) -> [Entry] {
    names.compactMap { name in entries.first { $0.name == name } }
      + entries.filter { !names.contains($0.name) }
  }
}
