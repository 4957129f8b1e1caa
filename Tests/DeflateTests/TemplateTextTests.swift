import Deflate
import Testing

struct TemplateTextTests {
  let blob = Array("<p></p><b/>".utf8)
  let ranges = [0..<3, 3..<7, 7..<11]

  private func text(_ pieces: [Piece]) -> TemplateText {
    var text = TemplateText()
    for piece in pieces { piece.append(to: &text, ranges) }
    return text
  }

  private func string(_ text: TemplateText) -> String {
    String(decoding: text.bytes(blob, ranges), as: UTF8.self)
  }

  @Test("literals and values come out in the order they were written in")
  func order() {
    let written = text([
      .value("a"), .literal(0), .value("b"), .value("c"), .literal(1), .literal(2), .value("d"),
    ])
    #expect(string(written) == "a<p>bc</p><b/>d")
    #expect(written.byteCount == 15)
    #expect(string(text([])) == "")
  }

  @Test("what was written behind a position is taken back, values and literals alike")
  func takesBack() {
    var written = text([.value("a"), .literal(0), .value("b")])
    let position = written.end
    for piece in [Piece.value("x"), .literal(1), .value("y"), .literal(2)] {
      piece.append(to: &written, ranges)
    }
    written.remove(from: position)
    #expect(written == text([.value("a"), .literal(0), .value("b")]))
    Piece.literal(1).append(to: &written, ranges)
    #expect(string(written) == "a<p>b</p>")
  }

  @Test("a text cut out can be put in again, anywhere and more than once")
  func cuts() {
    var written = text([.value("a"), .literal(0)])
    let position = written.end
    for piece in [Piece.value("x"), .literal(2), .value("y")] { piece.append(to: &written, ranges) }
    let cut = written.cut(from: position)
    #expect(string(written) == "a<p>")
    #expect(string(cut) == "x<b/>y")
    #expect(cut.byteCount == 6)
    Piece.value("1").append(to: &written, ranges)
    written.append(cut)
    Piece.literal(1).append(to: &written, ranges)
    written.append(cut)
    #expect(string(written) == "a<p>1x<b/>y</p>x<b/>y")
    #expect(written.byteCount == written.bytes(blob, ranges).count)
  }
}

/// Something a template writes.
enum Piece {
  case literal(Int)
  case value(String)

  func append(to text: inout TemplateText, _ ranges: [Range<Int>]) {
    switch self {
    case .literal(let number): text.append(literal: number, count: ranges[number].count)
    case .value(let value): text.values += Array(value.utf8)
    }
  }
}
