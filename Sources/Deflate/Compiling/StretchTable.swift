/// The literals of a template, each text once: a stretch.
///
/// A literal so far behind the same text that it can't be a match gets a stretch of its own, so that it may
/// refer to what is nearer.
struct StretchTable {
  /// The stretches' bytes, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where each stretch lies in `bytes`.
  private(set) var ranges: [Range<Int>] = []
  private(set) var checksums: [UInt32] = []
  /// The stretch of each literal.
  private(set) var ofLiteral: [Int] = []

  private struct Key: Hashable {
    let checksum: UInt32
    let count: Int
  }

  init(_ blob: [UInt8], _ literals: [Range<Int>]) {
    var known: [Key: [Int]] = [:]
    var latest: [Int] = []
    var position = 0
    bytes.reserveCapacity(blob.count)
    for literal in literals {
      var checksum = CRC32()
      checksum.update(blob, literal)
      let key = Key(checksum: checksum.value, count: literal.count)
      let same = known[key]?.firstIndex { bytes[ranges[$0]] == blob[literal] }
      if let same, let stretch = known[key]?[same], position - latest[stretch] <= Rehearsal.farthest {
        ofLiteral.append(stretch)
        latest[stretch] = position
      } else {
        if let same {
          known[key]?[same] = ranges.count
        } else {
          known[key, default: []].append(ranges.count)
        }
        ofLiteral.append(ranges.count)
        latest.append(position)
        ranges.append(bytes.count..<bytes.count + literal.count)
        bytes += blob[literal]
        checksums.append(checksum.value)
      }
      position += literal.count + Rehearsal.valueBytes
    }
  }
}

/// What is taken for granted to judge how far apart things will be: that everything in the template is written once.
enum Rehearsal {
  /// How many bytes a value has.
  static let valueBytes = 8
  /// How far back a match may reach; the rest is left for values to be longer and loops to go round.
  static let farthest = DistanceCodes.longest - 1024
}
