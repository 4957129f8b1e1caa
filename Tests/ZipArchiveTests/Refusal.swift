import Testing
import ZipArchive

/// The code of the error with which an archive is refused, be it on opening or on reading; `nil` if it is not.
func refusal(of bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> String? {
  do throws(ZipError) {
    let reader = try ZipReader(bytes, limits: limits)
    for index in reader.entries.indices {
      // What is only verified is refused for the same reason as what is read.
      var verified: ZipError?
      do throws(ZipError) { try reader.verify(index) } catch { verified = error }
      do throws(ZipError) {
        _ = try reader.read(index)
        #expect(verified == nil)
      } catch {
        #expect(verified?.code == error.code)
        throw error
      }
    }
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
