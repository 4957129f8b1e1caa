/// Takes what a serializer writes.
public protocol XMLSink {
  /// Takes a stretch of the document.
  mutating func write(_ bytes: [UInt8])
  /// Is offered every processing instruction, and every marked attribute value as the instruction `attribute`;
  /// true says that it is dealt with and is not to be written.
  mutating func instruction(target: String, data: String) -> Bool
}
