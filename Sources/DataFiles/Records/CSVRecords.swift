import Diagnostics
import TemplateLanguage

/// The rows of a CSV file (RFC 4180) as mappings, by the names in its first row.
///
/// Fields are separated by what separates the names: a comma, a semicolon or a tab. What is written as a number of at
/// most 15 digits, as spreadsheets keep them, is a number and keeps its places; `2021-06-30` is a date; all else is
/// text, so that identity card numbers, credit codes and telephone numbers stay as they are.
struct CSVRecords: Sendable {
  /// A row, or what is wrong with it.
  typealias Row = (content: Result<Mapping, Failure>, line: Int)

  /// Why a row, or the file, can't be read.
  struct Failure: Error {
    let message: Message
    let line: Int
  }

  private var reader: CSVReader
  private let names: [Value]

  /// Reads the names.
  init(_ bytes: [UInt8]) throws(Failure) {
    let text: [UInt8]
    do throws(DataFault) {
      text = try TextDecoding.utf8(bytes)
    } catch {
      var tracker = PositionTracker()
      throw Failure(
        message: error.message, line: tracker.position(of: error.offset, in: bytes).line)
    }
    reader = CSVReader(text, separator: CSVReader.separator(of: text))
    let line = reader.line
    guard let fields = try reader.next() else { throw Failure(message: .csvEmpty, line: line) }
    var names: [Value] = []
    for field in fields {
      let name = String(decoding: trimmed(field), as: UTF8.self)
      guard !name.isEmpty else { throw Failure(message: .csvNoName(column: names.count + 1), line: line) }
      guard !names.contains(.string(name)) else { throw Failure(message: .csvTwoNames(name), line: line) }
      names.append(.string(name))
    }
    self.names = names
  }

  /// The next row that is not blank; `nil` behind the last.
  mutating func next() -> Row? {
    while true {
      let line = reader.line
      do throws(Failure) {
        guard let fields = try reader.next() else { return nil }
        if fields.allSatisfy(\.isEmpty) { continue }
        guard fields.count == names.count else {
          return (.failure(Failure(message: .csvFields(fields.count, of: names.count), line: line)), line)
        }
        return (.success(Mapping(pairs: zip(names, fields.map { CSVField.value(of: $0) }))), line)
      } catch {
        return (.failure(error), line)
      }
    }
  }
}

/// What a field says.
enum CSVField {
  /// More digits than spreadsheets keep of a number.
  private static let tooManyDigits = 16

  static func value(of field: ArraySlice<UInt8>) -> Value {
    let bytes = trimmed(field)
    if let date = CalendarDate(bytes: bytes) { return Scalar.date(date).value }
    if let number = number(bytes) { return number.value }
    return .string(String(decoding: field, as: UTF8.self))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Scalar? {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    guard let first = digits.first, digits.count < tooManyDigits + 1 else { return nil }
    let whole = digits.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !whole.isEmpty, first != 0x30 || whole.count == 1 else { return nil }
    let rest = digits[whole.endIndex...]
    if rest.isEmpty {
      guard whole.count < tooManyDigits else { return nil }
      return Int(String(decoding: bytes, as: UTF8.self)).map(Scalar.integer)
    }
    guard rest.first == UInt8(ascii: "."), rest.count > 1,
      rest.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return .number(String(decoding: bytes, as: UTF8.self))
  }
}

/// Bytes without the blanks around them.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
  while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
  return bytes
}
