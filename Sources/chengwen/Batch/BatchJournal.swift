import DataFiles
import Glibc
import TemplateLanguage

/// What a batch has written, so that `--resume` does only what is missing or was made of something else.
///
/// A file of JSON lines in the output folder, one for each shard. A line is believed if the document has the size and
/// the time that the line says, which one that a power failure cut short has not.
struct BatchJournal: ~Copyable {
  /// A document written, and what it was made of.
  struct Entry: Sendable {
    let name: String
    let fingerprint: String
    let stamp: OutputFolder.Stamp
  }

  private static let prefix = ".chengwen-batch-"
  private static let suffix = ".jsonl"

  private let folder: OutputFolder
  private let file: Int32
  private var pending: [Entry] = []
  private var lastWritten = Clock.seconds()

  /// Begins the shard's journal: anew, or behind what stands in it.
  init(_ folder: OutputFolder, shard: Shard, resuming: Bool) throws(FileError) {
    self.folder = folder
    let own = Self.prefix + shard.label + Self.suffix
    if !resuming, shard == .whole {
      for name in Self.names(in: folder) where name != own { folder.remove(name) }
    }
    file = try folder.open(appending: own, emptied: !resuming)
    // Behind a line that was cut off.
    if resuming { _ = Files.writeAll([0x0A], to: file) }
  }

  deinit { close(file) }

  /// What all shards have written, by the documents' names; the last word on each counts.
  static func read(_ folder: OutputFolder) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for name in names(in: folder).sorted() {
      guard let bytes = folder.bytes(of: name) else { continue }
      for line in bytes.split(separator: 0x0A) {
        guard let entry = entry(of: Array(line)) else { continue }
        // Of two shards' words only the one that is true of the file is worth something.
        if let known = entries[entry.name], folder.stamp(of: known.name) == known.stamp { continue }
        entries[entry.name] = entry
      }
    }
    return entries
  }

  /// Notes a document that is there.
  mutating func add(_ entry: Entry) throws(FileError) {
    pending.append(entry)
    if Clock.seconds() - lastWritten > 0.1 { try write() }
  }

  /// Writes down what is not yet, and flushes the documents and itself to the disk.
  mutating func finish() throws(FileError) {
    try write()
    folder.flush()
  }

  private mutating func write() throws(FileError) {
    lastWritten = Clock.seconds()
    var lines: [UInt8] = []
    for entry in pending { lines += Self.line(of: entry) }
    pending = []
    guard Files.writeAll(lines, to: file) else { throw folder.failure("") }
  }

  private static func names(in folder: OutputFolder) -> [String] {
    folder.names().filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
  }

  private static func line(of entry: Entry) -> [UInt8] {
    let value = Value.mapping([
      "name": .string(entry.name), "made_of": .string(entry.fingerprint), "size": .int(entry.stamp.size),
      "modified": .int(entry.stamp.modified),
    ])
    return Array((value.json() ?? "").utf8) + [0x0A]
  }

  private static func entry(of line: [UInt8]) -> Entry? {
    guard case .mapping(let mapping)? = try? DataFile.read(line, name: "", format: .json).value,
      case .string(let name)? = mapping["name"], case .string(let fingerprint)? = mapping["made_of"],
      case .int(let size)? = mapping["size"], case .int(let modified)? = mapping["modified"]
    else { return nil }
    return Entry(
      name: name, fingerprint: fingerprint, stamp: OutputFolder.Stamp(size: size, modified: modified))
  }
}
