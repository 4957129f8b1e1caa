import DataFiles
import Diagnostics
import OfficeDocument

extension PublishedDocument {
  /// Reads a file, whatever it is.
  static func read(_ bytes: [UInt8], name: String) throws(ImportError) -> PublishedDocument {
    if bytes.starts(with: [0x50, 0x4B]) {
      do throws(OfficeError) {
        return PublishedDocument(try OfficePackage(bytes).content(), file: name)
      } catch {
        throw ImportError([error.diagnostic(file: name)])
      }
    }
    // .doc and .wps are compound files; a PDF, a picture and the like hold zero bytes.
    let isText =
      !bytes.prefix(4096).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isText, !bytes.starts(with: Array("%PDF".utf8)) else {
      throw ImportError([Diagnostic(.error, .unknownDocument, at: Place(file: name))])
    }
    let isPage = HTMLText.isPage(bytes)
    let text = try Charset.text(bytes, declared: isPage ? HTMLText.charset(bytes) : nil, name: name)
    return isPage ? PublishedDocument(page: text, file: name) : PublishedDocument(text: text, file: name)
  }
}
