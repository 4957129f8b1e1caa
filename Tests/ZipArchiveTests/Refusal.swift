import ZipArchive

/// The code of the error with which an archive is refused, be it on opening or on reading; `nil` if it is not.
func refusal(of bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> String? {
  do throws(ZipError) {
    let reader = try ZipReader(bytes, limits: limits)
    for index in reader.entries.indices { _ = try reader.read(index) }
    return nil
  } catch {
    return error.code
  }
}

/// The same for an archive that a test builds from one entry, changed by `change`.
func refusal(_ change: (inout RawArchive.Entry) -> Void) -> String? {
  var entry = RawArchive.Entry("word/document.xml")
  change(&entry)
  return refusal(of: RawArchive(.init("first"), entry, .init("last")).bytes)
}
