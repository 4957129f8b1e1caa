/// The fields that the place in a Word document lies in (ISO/IEC 29500-1, 17.16.18): an instruction, then, behind
/// `separate`, the result.
struct FieldStack {
  /// For each field, whether its result was reached.
  private var fields: [Bool] = []
  private var instructions = 0

  /// Whether text here is text, and not some field's instruction.
  var isShown: Bool { instructions == 0 }

  /// Takes an element `w:fldChar` of a type.
  mutating func take(_ type: String?) {
    switch type {
    case "begin":
      fields.append(false)
      instructions += 1
    case "separate":
      guard fields.last == false else { return }
      fields[fields.count - 1] = true
      instructions -= 1
    case "end":
      if fields.popLast() == false { instructions -= 1 }
    default: break
    }
  }

  /// No instruction goes on in the next paragraph: a field that seems to lacks its end, and must not hide the rest
  /// of the document.
  mutating func endParagraph() {
    guard instructions > 0 else { return }
    fields.removeAll()
    instructions = 0
  }
}
