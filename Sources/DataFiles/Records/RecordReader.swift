public import Diagnostics
public import TemplateLanguage

/// How a file of records is written.
public enum RecordFormat: Sendable, Hashable, CaseIterable {
  /// A JSON text on each line.
  case jsonLines
  /// An array; or JSON texts one behind the other.
  case json
  /// A list; a mapping is one record.
  case yaml
  /// Rows of fields below a row of names.
  case csv

  /// The format that a file name's extension says; `nil` if it says none.
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch fileName[dot...].lowercased() {
    case ".jsonl", ".ndjson": self = .jsonLines
    case ".json": self = .json
    case ".yaml", ".yml": self = .yaml
    case ".csv", ".tsv", ".txt": self = .csv
    default: return nil
    }
  }
}

/// One record of many.
public struct DataRecord: Sendable {
  /// The how-manieth it is, from 1.
  public let number: Int
  /// The file, and where in it the record begins.
  public let place: Place
  /// Its values, or what is wrong with it.
  public let content: Result<Mapping, DataErrors>

  /// A record.
  public init(number: Int, place: Place, content: Result<Mapping, DataErrors>) {
    self.number = number
    self.place = place
    self.content = content
  }
}

/// Reads records one after the other: JSON and JSON Lines as they go, YAML and CSV after reading the file whole.
public struct RecordReader: Sendable {
  private var source: Source
  private let file: String
  private var number = 0
  private var values = JSONValueReader()

  private enum Source {
    case json(JSONElements)
    case csv(CSVRecords)
    case list([DataNode], next: Int)
    case done
  }

  /// Opens the records in `input`.
  ///
  /// - Throws: what is wrong with the file as a whole.
  public init(_ input: ByteInput, _ format: RecordFormat) throws(DataErrors) {
    file = input.name
    switch format {
    case .jsonLines: source = .json(try JSONElements.open(input, .lines))
    case .json: source = .json(try JSONElements.open(input, .array))
    case .csv: source = .csv(try Self.csv(try input.whole(), input.name))
    case .yaml: source = try Self.list(try input.whole(), input.name)
    }
  }

  /// The next record; `nil` behind the last.
  ///
  /// - Throws: what is wrong with the file if no more can be read; there are no more records then.
  public mutating func next() throws(DataErrors) -> DataRecord? {
    number += 1
    switch source {
    case .done: return nil
    case .list(let nodes, let next):
      guard next < nodes.count else { return nil }
      source = .list(nodes, next: next + 1)
      let place = place(nodes[next].position)
      return record(at: place, .success(nodes[next].value))
    case .csv(var records):
      // Not to be copied while it is changed.
      source = .done
      guard let row = records.next() else { return nil }
      source = .csv(records)
      let place = Place(file: file, .line(row.line, column: 1))
      switch row.content {
      case .success(let mapping): return record(at: place, .success(.mapping(mapping)))
      case .failure(let failure):
        let spot = Place(file: file, .line(failure.line, column: 1))
        return record(at: place, .failure(DataErrors([Diagnostic(.error, failure.message, at: spot)])))
      }
    case .json(var elements):
      source = .done
      do throws(JSONElements.Failure) {
        guard let element = try elements.next() else { return nil }
        source = .json(elements)
        return record(at: place(element.position), values.result(of: element, file: file))
      } catch {
        throw DataErrors([error.diagnostic(file: file)])
      }
    }
  }

  private func record(at place: Place, _ value: Result<Value, DataErrors>) -> DataRecord {
    let content: Result<Mapping, DataErrors> =
      switch value {
      case .success(.mapping(let mapping)): .success(mapping)
      case .success: .failure(DataErrors([Diagnostic(.error, .recordNotMapping, at: place)]))
      case .failure(let errors): .failure(errors)
      }
    return DataRecord(number: number, place: place, content: content)
  }

  private func place(_ position: Position) -> Place {
    Place(file: file, .line(position.line, column: position.column))
  }

  private static func csv(_ bytes: [UInt8], _ file: String) throws(DataErrors) -> CSVRecords {
    do throws(CSVRecords.Failure) {
      return try CSVRecords(bytes)
    } catch {
      let place = Place(file: file, .line(error.line, column: 1))
      throw DataErrors([Diagnostic(.error, error.message, at: place)])
    }
  }

  private static func list(_ bytes: [UInt8], _ file: String) throws(DataErrors) -> Source {
    let node = try DataFile.read(bytes, name: file, format: .yaml)
    return .list(node.items ?? [node], next: 0)
  }
}

extension ByteInput {
  /// All of it, or what to tell the user.
  func whole() throws(DataErrors) -> [UInt8] {
    do throws(Failure) {
      return try rest()
    } catch {
      throw DataErrors([Diagnostic(.error, error.message, at: Place(file: name))])
    }
  }
}

extension JSONElements {
  static func open(_ input: ByteInput, _ layout: Layout) throws(DataErrors) -> JSONElements {
    do throws(ByteInput.Failure) {
      return try JSONElements(input, layout)
    } catch {
      throw DataErrors([Diagnostic(.error, error.message, at: Place(file: input.name))])
    }
  }
}

extension JSONElements.Failure {
  func diagnostic(file: String) -> Diagnostic {
    switch self {
    case .input(let failure): Diagnostic(.error, failure.message, at: Place(file: file))
    case .fault(let message, let position):
      Diagnostic(.error, message, at: Place(file: file, .line(position.line, column: position.column)))
    }
  }
}

extension JSONValueReader {
  /// The value of an element, or what is wrong with it, where it stands in the file.
  mutating func result(of element: JSONElements.Element, file: String) -> Result<Value, DataErrors> {
    do throws(JSONFaults) {
      return .success(try read(element.text))
    } catch {
      var tracker = PositionTracker()
      return .failure(
        DataErrors(
          error.all.map { fault in
            let within = tracker.position(of: fault.offset, in: element.text)
            let column = within.line == 1 ? element.position.column + within.column - 1 : within.column
            let spot = Place.Spot.line(element.position.line + within.line - 1, column: column)
            return Diagnostic(.error, fault.message, at: Place(file: file, spot))
          }))
    }
  }
}
