/// The bytes are no form of the value that was to be read.
@usableFromInline
package struct BinaryFormError: Error, Hashable {
  @usableFromInline
  package init() {}
}
