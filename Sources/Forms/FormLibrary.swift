public import DataFiles
import Diagnostics
import Synchronization

/// The editions of forms that are at hand, each read once, when it is first asked for.
public struct FormLibrary: Sendable {
  /// The editions' names.
  public let editions: [String]
  private let load: @Sendable (String) -> [UInt8]?
  private let known = Known()

  /// Makes a library.
  ///
  /// - Parameters:
  ///   - editions: the names of the editions there are.
  ///   - load: gives the bytes of a file such as `2021/form.yaml`; nil if there is none.
  public init(editions: [String], load: @escaping @Sendable (String) -> [UInt8]?) {
    self.editions = editions
    self.load = load
  }

  /// The definition of an edition.
  ///
  /// - Throws: everything that is wrong with the definition, or that there is no such edition.
  public func definition(_ edition: String) throws(DataErrors) -> FormDefinition {
    guard editions.contains(edition) else {
      throw DataErrors([
        Diagnostic(.error, .unknownEdition(edition, known: editions), at: Place(.named(edition)))
      ])
    }
    if let definition = known.definitions.withLock({ $0[edition] }) { return definition }
    let definition = try FormDefinition.read(edition: edition, load: load)
    known.definitions.withLock { $0[edition] = definition }
    return definition
  }

  private final class Known: Sendable {
    let definitions = Mutex<[String: FormDefinition]>([:])
  }
}
