import Diagnostics
import Synchronization
public import TemplateLanguage

/// The elements of a JSON array, the lines of a JSON Lines file or the rows of a CSV file, read by the loop that
/// goes through them.
public struct StreamedRecords: StreamedList {
  /// Opens the file; for each loop anew.
  public typealias Open = @Sendable () throws(ByteInput.Failure) -> ByteInput

  private let format: RecordFormat
  private let name: String
  private let open: Open

  /// The elements of the file that `open` opens.
  ///
  /// - Parameter name: the file's name as the user gave it, for messages.
  public init(name: String, format: RecordFormat, open: @escaping Open) {
    self.name = name
    self.format = format
    self.open = open
  }

  /// Opens the file.
  public func makeReader() throws(ValueError) -> any ElementReader {
    let input: ByteInput
    do throws(ByteInput.Failure) {
      input = try open()
    } catch {
      throw ValueError(Diagnostic(.error, error.message, at: Place(file: name)).asMessage)
    }
    do throws(DataErrors) {
      switch format {
      case .json, .jsonLines:
        let elements = try JSONElements.open(input, format == .json ? .array : .lines)
        return Reader(.json(elements, JSONValueReader()), file: name)
      case .csv, .yaml: return Reader(.records(try RecordReader(input, format)), file: name)
      }
    } catch {
      throw error.valueError
    }
  }

  private final class Reader: ElementReader {
    enum Source: Sendable {
      case json(JSONElements, JSONValueReader)
      case records(RecordReader)
      case done
    }

    private let source: Mutex<Source>
    private let file: String

    init(_ source: sending Source, file: String) {
      self.source = Mutex(source)
      self.file = file
    }

    func next() throws(ValueError) -> Value? {
      let next = source.withLock { source -> Result<Value, DataErrors>? in
        do throws(DataErrors) {
          return try Self.next(&source, file)
        } catch {
          return .failure(error)
        }
      }
      switch next {
      case nil: return nil
      case .success(let value)?: return value
      case .failure(let errors)?: throw errors.valueError
      }
    }

    private static func next(
      _ source: inout Source, _ file: String
    ) throws(DataErrors) -> Result<Value, DataErrors>? {
      switch source {
      case .done: return nil
      case .json(var elements, var values):
        // Not to be copied while they are changed; and after a failure there is nothing more.
        source = .done
        let element: JSONElements.Element?
        do throws(JSONElements.Failure) {
          element = try elements.next()
        } catch {
          throw DataErrors([error.diagnostic(file: file)])
        }
        guard let element else { return nil }
        let value = values.result(of: element, file: file)
        source = .json(elements, values)
        return value
      case .records(var records):
        source = .done
        guard let record = try records.next() else { return nil }
        source = .records(records)
        return record.content.map { .mapping($0) }
      }
    }
  }
}

extension DataErrors {
  /// What the loop that reads the file says.
  fileprivate var valueError: ValueError {
    ValueError(diagnostics.first.map(\.asMessage) ?? .unexpectedEnd)
  }
}
