public import ZipArchive

/// A package that lies in another, such as the workbook behind a chart: its entries, still compressed.
public struct EmbeddedPackage: Sendable {
  private let entries: [(name: String, data: CompressedData)]

  /// Reads an archive.
  ///
  /// - Throws: `OfficeError` for what is none, or is hostile.
  public init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(OfficeError) {
    var entries: [(name: String, data: CompressedData)] = []
    do throws(ZipError) {
      let reader = try ZipReader(bytes, limits: limits)
      for (index, entry) in reader.entries.enumerated() where !entry.isFolder {
        entries.append((entry.name, try reader.readCompressed(index)))
      }
    } catch {
      throw OfficeError(error)
    }
    self.entries = entries
  }

  /// The entries' names in their order.
  public var names: [String] { entries.map(\.name) }

  /// The unpacked bytes of an entry; empty if there is none.
  public func bytes(of name: String) throws(OfficeError) -> [UInt8] {
    guard let entry = entries.first(where: { $0.name == name }) else { return [] }
    do throws(ZipError) {
      return try entry.data.inflated()
    } catch {
      throw OfficeError(error, in: name)
    }
  }

  /// The relationships of an entry; none if it has none.
  public func relationships(of name: String) throws(OfficeError) -> Relationships {
    let entry = Relationships.entry(for: name)
    guard names.contains(entry) else { return Relationships(all: []) }
    return try Relationships(parsing: try bytes(of: entry), of: entry, source: name)
  }

  /// Writes the package with some entries replaced.
  public func write(replacing changed: [String: CompressedData]) throws(OfficeError) -> [UInt8] {
    do throws(ZipError) {
      var writer = try ZipWriter()
      for entry in entries { try writer.add(entry.name, changed[entry.name] ?? entry.data) }
      return try writer.finish()
    } catch {
      throw OfficeError(error)
    }
  }
}
