import Deflate
import TestSupport

/// A template made up at random, and texts that it might write.
struct RandomTemplate {
  let blob: [UInt8]
  let literals: [Range<Int>]
  private var random: SeededGenerator

  /// - Parameter longest: how many bytes a literal has at most.
  init(seed: UInt64, longest: Int) {
    var random = SeededGenerator(seed: seed)
    // Few words make for many repetitions, noise for none.
    let words = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Self.noise(Int.random(in: 1...60, using: &random), &random)
    }
    var blob: [UInt8] = []
    var literals: [Range<Int>] = []
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let start = blob.count
      let kind = Int.random(in: 0..<10, using: &random)
      if kind == 0, let same = literals.randomElement(using: &random) {
        blob += blob[same]
      } else if kind == 1 {
        blob += Self.noise(Int.random(in: 0...longest, using: &random), &random)
      } else {
        let length = Int.random(in: 0...1 << Int.random(in: 0...16, using: &random), using: &random)
        while blob.count - start < min(length, longest) {
          blob += words[Int.random(in: 0..<words.count, using: &random)]
        }
      }
      literals.append(start..<blob.count)
    }
    self.blob = blob
    self.literals = literals
    self.random = random
  }

  private static func noise(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let greatest = UInt8.random(in: 0...255, using: &random)
    return (0..<count).map { _ in UInt8.random(in: 0...greatest, using: &random) }
  }

  /// A text of about `bytes` bytes: stretches of the template in its order, some again and again, some left out.
  mutating func text(bytes: Int) -> TemplateText {
    let known = (0..<8).map { _ in Self.noise(Int.random(in: 0...40, using: &random), &random) }
    var text = TemplateText()
    while text.byteCount < bytes {
      let first = Int.random(in: 0..<literals.count, using: &random)
      let last = min(literals.count - 1, first + Int.random(in: 0...6, using: &random))
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        for number in first...last where Int.random(in: 0..<8, using: &random) > 0 {
          text.append(literal: number, count: literals[number].count)
          appendValue(to: &text, known)
        }
        // Literals that are all empty would never end.
        text.values.append(0)
        if text.byteCount >= bytes { break }
      }
    }
    return text
  }

  private mutating func appendValue(to text: inout TemplateText, _ known: [[UInt8]]) {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<3: break
    case 3..<8: text.values += known[Int.random(in: 0..<known.count, using: &random)]
    case 8: text.values += Array(String(Int.random(in: 0...99_999, using: &random)).utf8)
    case 9:
      // What literals hold, too.
      let start = Int.random(in: 0...blob.count, using: &random)
      text.values += blob[start..<min(blob.count, start + 50)]
    default: text.values += Self.noise(Int.random(in: 0...300, using: &random), &random)
    }
  }
}
