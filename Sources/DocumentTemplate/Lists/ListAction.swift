/// What `{% list … %}` does where it is carried out.
enum ListAction: Sendable, Hashable {
  /// Word's list with this number begins anew at this level.
  case restart(list: String, level: Int)
  /// These bytes are written: OpenDocument's list ends and another begins.
  case write([UInt8])
}
