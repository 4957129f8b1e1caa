/// An OpenDocument paragraph's text with its white space folded (OASIS ODF 1.3 part 3, 6.1.2): a run of blanks, tabs
/// and line ends is one blank, over the borders of elements too, and none at the paragraph's ends. What elements
/// such as `text:s` say is kept.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// Whether a blank here would follow another, or begin the paragraph.
  private var isBlankBefore = true
  private var isBlankDue = false

  /// Appends characters.
  mutating func append(folding text: [UInt8]) {
    for byte in text {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if !isBlankBefore { isBlankDue = true }
        isBlankBefore = true
      } else {
        append(byte, 1)
      }
    }
  }

  /// Appends what an element says.
  mutating func append(_ byte: UInt8, _ count: Int) {
    if isBlankDue { bytes.append(0x20) }
    isBlankDue = false
    isBlankBefore = false
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }
}
