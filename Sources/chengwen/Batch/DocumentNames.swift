import DataFiles
import Diagnostics
import TemplateLanguage

/// What the documents of a batch are called: by a pattern in the template language, safe, and each unlike all others.
///
/// Names are given in the order of the records, to those of all shards, so that each shard gives the same.
struct DocumentNames {
  private let pattern: TextTemplate
  private let ending: String
  /// Names given, in small letters: some systems don't tell them apart.
  private var taken: Set<String> = []
  private var nextNumber: [String: Int] = [:]

  /// What a pattern may use besides the record's values: `record.number`, from 1, and `record.name`, the name of the
  /// record's file without its ending.
  static let own = "record"
  static let defaultPattern = "{{ record.name }}"

  init(pattern: String, ending: String) throws(FaultList) {
    self.pattern = try TextTemplate(pattern)
    self.ending = ending
  }

  /// The name for a record.
  ///
  /// - Throws: what is wrong with the pattern for these values, without a place.
  mutating func name(for values: Mapping, number: Int, file: String?) throws(NameFailure) -> String {
    var values = values
    if values[Self.own] == nil {
      values[Self.own] = .mapping(["number": .int(number), "name": .string(file ?? String(number))])
    }
    let text: String
    do throws(FaultList) {
      text = try pattern.render(values)
    } catch {
      throw NameFailure(messages: error.faults.map(\.message))
    }
    guard var stem = SafeName.stem(text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text) else {
      throw NameFailure(messages: [.noName])
    }
    let key = stem.lowercased()
    if !taken.insert(key).inserted {
      var number = nextNumber[key] ?? 2
      var candidate = SafeName.numbered(stem, number)
      while !taken.insert(candidate.lowercased()).inserted {
        number += 1
        candidate = SafeName.numbered(stem, number)
      }
      nextNumber[key] = number + 1
      stem = candidate
    }
    return stem + ending
  }

  struct NameFailure: Error {
    let messages: [Message]
  }
}
