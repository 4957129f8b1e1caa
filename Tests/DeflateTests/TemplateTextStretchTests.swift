import Deflate
import Testing

struct TemplateTextStretchTests {
  let blob = Array("<p></p>".utf8)
  let ranges = [0..<3, 3..<7]

  private func string(_ text: TemplateText) -> String {
    String(decoding: text.bytes(blob, ranges), as: UTF8.self)
  }

  /// `a<p>b</p>c`, and the places before each of its pieces and behind the last.
  private func sample() -> (text: TemplateText, places: [TemplateText.Position]) {
    var text = TemplateText()
    var places = [text.end]
    for (index, value) in ["a", "b", "c"].enumerated() {
      text.values += Array(value.utf8)
      places.append(text.end)
      if index < 2 {
        text.append(literal: index, count: ranges[index].count)
        places.append(text.end)
      }
    }
    return (text, places)
  }

  @Test("any stretch of a text can be appended to another")
  func stretches() {
    let (text, places) = sample()
    let pieces = ["a", "<p>", "b", "</p>", "c"]
    for start in places.indices {
      for end in start..<places.count {
        var copy = TemplateText()
        copy.values += Array("x".utf8)
        copy.append(text, from: places[start], to: places[end])
        let expected = "x" + pieces[start..<end].joined()
        #expect(string(copy) == expected)
        #expect(copy.byteCount == expected.utf8.count)
      }
    }
  }

  @Test("a place follows its text into another one")
  func moves() {
    var (text, places) = sample()
    let cut = text.cut(from: places[1])
    var other = TemplateText()
    other.append(literal: 1, count: 4)
    other.values += Array("yy".utf8)
    let base = other.end
    other.append(cut)
    let place = places[3].moved(from: places[1], to: TemplateText.start).moved(
      from: TemplateText.start, to: base)
    other.remove(from: place)
    #expect(string(other) == "</p>yy<p>b")
    #expect(other.byteCount == 10)
  }
}
