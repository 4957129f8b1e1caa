package import BinaryForms

extension Program {
  /// Appends the program to `writer`.
  package func write(to writer: inout BinaryWriter) { code.write(to: &writer) }

  /// Reads what ``write(to:)`` has written.
  ///
  /// - Parameter environment: where the filters, tests and functions are that the program uses.
  /// - Throws: `BinaryFormError` for bytes that are no program, or if the environment lacks something.
  package init(from reader: inout BinaryReader, _ environment: Environment) throws(BinaryFormError) {
    code = try Code(from: &reader, environment)
  }
}
