/// One step through a JSON text.
enum JSONEvent: Equatable {
  case beginObject
  case endObject
  case beginArray
  case endArray
  case key(String)
  case scalar(Scalar)
  /// The text is over; it comes again however often the reader is asked.
  case end
}
