import Deflate
import Synchronization

/// A part's literals, ready to be compressed from when a document first asks for it: what is made once does not.
final class PartCode: Sendable {
  private let blob: [UInt8]
  private let literals: [Range<Int>]
  private let made = Mutex<TemplateCode?>(nil)

  init(_ blob: [UInt8], _ literals: [Range<Int>]) {
    self.blob = blob
    self.literals = literals
  }

  /// The code; who comes while it is made waits.
  var value: TemplateCode {
    made.withLock { made in
      if let made { return made }
      let code = TemplateCode(blob, literals)
      made = code
      return code
    }
  }
}
